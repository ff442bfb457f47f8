import { X } from "lucide-react";
import { useId, useState } from "react";
import type { Option } from "../../catalogue/descriptors";
import { mayBeNew } from "../../catalogue/references";
import { useOptions } from "./ReferenceField";

interface Props { id?: string; of?: string | undefined; options?: readonly Option[] | undefined; value: readonly string[]; onChange: (value: string[] | undefined) => void; label: string; "aria-describedby"?: string; "aria-invalid"?: boolean }

/** Several values: ticked where there are few, otherwise chosen or typed one after another. */
export function ManyField({ of, options: fixed, value, onChange, label, ...rest }: Props) {
  const records = useOptions(fixed ? undefined : of);
  const options = fixed ?? records ?? [];
  const set = (next: string[]) => onChange(next.length > 0 ? next : undefined);
  if (fixed || options.length > 0 && options.length <= 8 && !mayBeNew(of)) {
    const extra = value.filter(v => !options.some(o => o.value === v)).map(v => ({ value: v, label: `${v} (not found)` }));
    return (
      <span className="ticks" role="group" aria-label={label} tabIndex={-1} {...rest}>
        {[...options, ...extra].map(o => <label key={o.value}><input type="checkbox" checked={value.includes(o.value)} onChange={event => set(event.target.checked ? [...value, o.value] : value.filter(v => v !== o.value))} /> {o.label}</label>)}
      </span>
    );
  }
  return <Tokens value={value} options={options} set={set} label={label} free={mayBeNew(of)} rest={rest} />;
}

function Tokens({ value, options, set, label, free, rest }: { value: readonly string[]; options: readonly Option[]; set: (next: string[]) => void; label: string; free: boolean; rest: object }) {
  const [text, setText] = useState("");
  const list = useId();
  const add = (typed: string) => {
    const known = options.find(o => o.label.toLowerCase() === typed.trim().toLowerCase() || o.value === typed.trim());
    const next = known?.value ?? (free ? typed.trim() : "");
    if (next && !value.includes(next)) set([...value, next]);
    if (next) setText("");
  };
  return (
    <span className="tokens">
      {value.map(v => <span key={v} className="token">{options.find(o => o.value === v)?.label ?? v}<button type="button" aria-label={`Remove ${v}`} onClick={() => set(value.filter(other => other !== v))}><X size={13} aria-hidden /></button></span>)}
      <input list={list} value={text} placeholder={value.length > 0 ? "Add…" : free ? "Type and press Enter" : "Choose…"} aria-label={`Add to ${label}`}
        onChange={event => { setText(event.target.value); if (options.some(o => o.label === event.target.value)) add(event.target.value); }}
        onKeyDown={event => { if (event.key === "Enter" || event.key === ",") { event.preventDefault(); add(text); } else if (event.key === "Backspace" && !text && value.length > 0) set(value.slice(0, -1)); }}
        onBlur={() => add(text)} {...rest} />
      <datalist id={list}>{options.filter(o => !value.includes(o.value)).map(o => <option key={o.value} value={o.label} />)}</datalist>
    </span>
  );
}
