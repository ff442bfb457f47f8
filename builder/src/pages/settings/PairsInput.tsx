import { Plus, X } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "../../ui/Button";

/** Names and what each stands for. */
export function PairsInput({ label, from, to, suggestions, value, onChange }: { label: string; from: string; to: string; suggestions?: string[]; value: Record<string, string>; onChange: (value: Record<string, string>) => void }) {
  const [rows, setRows] = useState(() => Object.entries(value));
  const list = useId();
  const put = (next: [string, string][]) => { setRows(next); onChange(Object.fromEntries(next.filter(([key]) => key.trim()))); };
  return (
    <fieldset className="plain-set rows-input">
      <legend>{label}</legend>
      <ol>{rows.map(([key, text], at) => (
        <li key={at}>
          <input className="input" aria-label={from} placeholder={from} value={key} onChange={e => put(rows.map((row, place) => place === at ? [e.target.value, text] : row))} />
          <input className="input" aria-label={to} placeholder={to} list={suggestions ? list : undefined} value={text} onChange={e => put(rows.map((row, place) => place === at ? [key, e.target.value] : row))} />
          <Button small look="bare" className="icon" aria-label={`Remove ${key || "this row"}`} onClick={() => put(rows.filter((_, place) => place !== at))}><X size={16} aria-hidden /></Button>
        </li>
      ))}</ol>
      {suggestions && <datalist id={list}>{suggestions.map(one => <option key={one} value={one} />)}</datalist>}
      <Button small onClick={() => put([...rows, ["", ""]])}><Plus size={15} aria-hidden /> Add</Button>
    </fieldset>
  );
}
