import { useState } from "react";
import { readLength, units, writeLength, type Unit } from "../../model/duration";

interface Props { id?: string; value: string | null; onChange: (value: string | undefined) => void; label: string; signed?: boolean; "aria-describedby"?: string; "aria-invalid"?: boolean }

/** An amount and a unit, and for offsets before or after. Lengths of several units are typed as they are stored. */
export function DurationField({ value, onChange, signed, label, ...rest }: Props) {
  const read = readLength(value);
  const [unit, setUnit] = useState<Unit>(read?.unit ?? "days");
  if (value && !read) return <input className="input" value={value} onChange={event => onChange(event.target.value || undefined)} {...rest} />;
  const shown = read?.amount || !value ? read?.unit ?? unit : read?.unit ?? unit;
  const change = (amount: string, next: Unit, before: boolean) => { setUnit(next); onChange(amount === "" ? undefined : writeLength({ amount: Math.max(0, Math.floor(Number(amount))), unit: next, before })); };
  return (
    <span className="duration-field">
      <input className="input" type="number" min={0} step={1} placeholder="–" value={read ? String(read.amount) : ""} onChange={event => change(event.target.value, shown, read?.before ?? !!signed)} {...rest} />
      <select className="input" aria-label={`${label}: unit`} value={shown} onChange={event => read ? change(String(read.amount), event.target.value as Unit, read.before) : setUnit(event.target.value as Unit)}>{units.map(u => <option key={u} value={u}>{u}</option>)}</select>
      {signed && <select className="input" aria-label={`${label}: before or after`} value={read?.before === false ? "after" : "before"} onChange={event => change(String(read?.amount ?? 0), shown, event.target.value === "before")}><option value="before">before</option><option value="after">after</option></select>}
    </span>
  );
}
