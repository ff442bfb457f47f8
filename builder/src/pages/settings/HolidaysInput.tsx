import { Plus, X } from "lucide-react";
import { Button } from "../../ui/Button";
import { Tick } from "../../ui/Tick";

export interface Holiday { from?: string; to?: string | null; name?: string | null; yearly?: boolean }

/** Days on which texts and advertising rest. */
export function HolidaysInput({ value, onChange, wrong }: { value: Holiday[]; onChange: (days: Holiday[]) => void; wrong: (part: string) => string | undefined }) {
  const put = (at: number, part: Holiday) => onChange(value.map((day, place) => place === at ? { ...day, ...part } : day));
  const error = (at: number) => ["", "/date", "/from", "/to", "/name"].map(part => wrong(`holidays/${at}${part}`)).find(Boolean);
  return (
    <fieldset className="plain-set rows-input">
      <legend>Holidays</legend>
      <ol>{value.map((day, at) => (
        <li key={at} className={error(at) ? "field wrong" : ""}>
          <input className="input" aria-label="Name" placeholder="Thanksgiving" value={day.name ?? ""} onChange={e => put(at, { name: e.target.value || null })} />
          <input className="input" type="date" aria-label="From" required value={day.from ?? ""} onChange={e => put(at, { from: e.target.value })} />
          <input className="input" type="date" aria-label="To" aria-invalid={!!error(at)} value={day.to ?? ""} onChange={e => put(at, { to: e.target.value || null })} />
          <Tick label="Every year" checked={day.yearly ?? false} onChange={e => put(at, { yearly: e.target.checked })} />
          <Button small look="bare" className="icon" aria-label={`Remove ${day.name ?? "this holiday"}`} onClick={() => onChange(value.filter((_, place) => place !== at))}><X size={16} aria-hidden /></Button>
          {error(at) && <small className="error">{error(at)}</small>}
        </li>
      ))}</ol>
      <Button small onClick={() => onChange([...value, {}])}><Plus size={15} aria-hidden /> Add a holiday</Button>
    </fieldset>
  );
}
