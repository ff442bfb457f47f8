import { useState } from "react";
import "./duration-input.css";

const units = [["minutes", "M", true], ["hours", "H", true], ["days", "D", false], ["weeks", "W", false]] as const;

/** A length of time as a number and a unit; kept as ISO 8601. Lengths that mix units are typed as they are. */
export function DurationInput({ value, onChange, id, required, ...rest }: { value: string; onChange: (iso: string) => void; id?: string; required?: boolean; "aria-describedby"?: string; "aria-invalid"?: boolean }) {
  const match = /^P(T?)(\d+)([MHDW])$/.exec(value);
  const found = match && units.find(([, letter, time]) => letter === match[3] && time === (match[1] === "T"));
  const [unit, setUnit] = useState<(typeof units)[number]>(found || units[2]);
  const now = found || unit;
  const make = (count: string, [, letter, time]: (typeof units)[number]) => onChange(count === "" ? "" : `P${time ? "T" : ""}${Number(count)}${letter}`);
  if (value && !found) return <input id={id} value={value} required={required} onChange={e => onChange(e.target.value)} {...rest} />;
  return (
    <span className="duration">
      <input id={id} type="number" min={0} max={9999} value={match?.[2] ?? ""} required={required} onChange={e => make(e.target.value, now)} {...rest} />
      <select aria-label="Unit" value={now[0]} onChange={e => { const next = units.find(([name]) => name === e.target.value)!; setUnit(next); if (match) make(match[2]!, next); }}>{units.map(([name]) => <option key={name}>{name}</option>)}</select>
    </span>
  );
}
