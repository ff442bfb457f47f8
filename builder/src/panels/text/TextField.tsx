import { useRef, type Ref } from "react";
import { insert, type Insertion } from "./insertion";
import { MergePicker } from "./MergePicker";
import "./text.css";

interface Props { id?: string; value: string; onChange: (value: string) => void; rows?: number; merge?: boolean | undefined; label: string; placeholder?: string; type?: string; inputMode?: "decimal"; maxLength?: number; "aria-describedby"?: string; "aria-invalid"?: boolean; "aria-label"?: string }

/** A text in which merge fields may stand; they are put where the cursor is. */
export function TextField({ value, onChange, rows, merge, label, type = "text", ...rest }: Props) {
  const ref = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const put = (inserted: Insertion) => {
    const at = ref.current;
    const [from, to] = [at?.selectionStart ?? value.length, at?.selectionEnd ?? value.length];
    const next = insert(value, from, to, inserted);
    onChange(next.text);
    requestAnimationFrame(() => { at?.focus(); at?.setSelectionRange(next.at, next.at); });
  };
  return (
    <span className="text-field">
      {rows ? <textarea ref={ref as Ref<HTMLTextAreaElement>} className="input" rows={rows} value={value} onChange={event => onChange(event.target.value)} {...rest} />
        : <input ref={ref as Ref<HTMLInputElement>} className="input" type={type} autoComplete="off" value={value} onChange={event => onChange(event.target.value)} {...rest} />}
      {merge && <MergePicker onPick={put} label={label} lines={!!rows} />}
    </span>
  );
}
