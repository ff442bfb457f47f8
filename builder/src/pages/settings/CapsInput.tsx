import { Plus, X } from "lucide-react";
import { Button } from "../../ui/Button";

export interface Cap { channel?: string | null; count?: number; per?: string; over?: string | null }

const lengths = [["P1D", "a day"], ["P7D", "a week"], ["P30D", "30 days"], ["P90D", "90 days"]] as const;

/** How much advertising one contact may get. */
export function CapsInput({ value, onChange }: { value: Cap[]; onChange: (caps: Cap[]) => void }) {
  const put = (at: number, part: Cap) => onChange(value.map((cap, place) => place === at ? { ...cap, ...part } : cap));
  return (
    <fieldset className="plain-set rows-input">
      <legend>At most so much advertising to one contact</legend>
      <ol>{value.map((cap, at) => (
        <li key={at}>
          <input className="input" type="number" min={1} aria-label="How many" required value={cap.count ?? ""} onChange={e => put(at, { count: Number(e.target.value) })} />
          <select className="input" aria-label="By" value={cap.channel ?? "any"} onChange={e => put(at, { channel: e.target.value })}><option value="any">messages</option><option value="sms">texts</option><option value="email">emails</option></select>
          <select className="input" aria-label="Within" value={cap.per} onChange={e => put(at, { per: e.target.value })}>{cap.per && !lengths.some(([iso]) => iso === cap.per) && <option>{cap.per}</option>}{lengths.map(([iso, label]) => <option key={iso} value={iso}>{label}</option>)}</select>
          <select className="input" aria-label="What is over" value={cap.over ?? "drop"} onChange={e => put(at, { over: e.target.value })}><option value="drop">leave out the rest</option><option value="hold">hold the rest back</option></select>
          <Button small look="bare" className="icon" aria-label="Remove this limit" onClick={() => onChange(value.filter((_, place) => place !== at))}><X size={16} aria-hidden /></Button>
        </li>
      ))}</ol>
      <Button small onClick={() => onChange([...value, { count: 2, per: "P7D", channel: "any", over: "drop" }])}><Plus size={15} aria-hidden /> Add a limit</Button>
    </fieldset>
  );
}
