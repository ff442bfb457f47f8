import { Plus, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Option } from "../../catalogue/descriptors";
import type { Config, Json } from "../../model/definition";
import { TextField } from "../text/TextField";

interface Props { value: Config; onChange: (value: Config | undefined) => void; label: string; merge?: boolean | undefined; names?: readonly Option[] | null | undefined; adding: string }

/** Names and their values: headers, attachments, fields of a contact. */
export function PairsField({ value, onChange, label, merge, names, adding }: Props) {
  const [rows, setRows] = useState<[string, string][]>(() => Object.entries(value).map(([k, v]) => [k, v == null ? "" : String(v)]));
  const sent = useRef(JSON.stringify(value));
  // Undo or another window changed it: show that.
  useEffect(() => {
    const now = JSON.stringify(value);
    if (now !== sent.current) { sent.current = now; setRows(Object.entries(value).map(([k, v]) => [k, v == null ? "" : String(v)])); }
  }, [value]);
  const change = (next: [string, string][]) => {
    setRows(next);
    const pairs: Record<string, Json> = {};
    for (const [k, v] of next) if (k) pairs[k] = v;
    sent.current = JSON.stringify(pairs);
    onChange(Object.keys(pairs).length > 0 ? pairs : undefined);
  };
  const at = (place: number, pair: [string, string]) => change(rows.map((row, i) => i === place ? pair : row));
  return (
    <div className="pairs" role="group" aria-label={label}>
      {rows.map(([name, text], place) => (
        <div className="pair" key={place}>
          {names ? (
            <select className="input" aria-label={`${label} ${place + 1}: field`} value={name} onChange={event => at(place, [event.target.value, text])}>
              <option value="">Choose…</option>
              {name && !names.some(n => n.value === name) && <option value={name}>{name}</option>}
              {names.map(n => <option key={n.value} value={n.value} disabled={n.value !== name && rows.some(([k]) => k === n.value)}>{n.label}</option>)}
            </select>
          ) : <input className="input" aria-label={`${label} ${place + 1}: name`} placeholder="Name" value={name} onChange={event => at(place, [event.target.value, text])} />}
          <TextField label={`${label} ${place + 1}: value`} aria-label={`${label} ${place + 1}: value`} placeholder="Value" merge={merge} value={text} onChange={next => at(place, [name, next])} />
          <button type="button" className="button bare small" aria-label={`Remove ${name || "the row"}`} onClick={() => change(rows.filter((_, i) => i !== place))}><X size={15} aria-hidden /></button>
        </div>
      ))}
      <button type="button" className="button bare small add-row" onClick={() => setRows([...rows, ["", ""]])}><Plus size={15} aria-hidden />{adding}</button>
    </div>
  );
}
