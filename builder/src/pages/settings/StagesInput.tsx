import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { Button } from "../../ui/Button";

interface Stage { id: string; name: string }

/** Stages in order; a stage that is renamed keeps its id, so that workflows still find it. */
export function StagesInput({ label, value, onChange }: { label: string; value: Stage[]; onChange: (stages: Stage[]) => void }) {
  const put = (at: number, name: string) => onChange(value.map((stage, place) => place === at ? { ...stage, name } : stage));
  const swap = (at: number, by: number) => { const next = [...value]; const moved = next.splice(at, 1)[0]!; next.splice(at + by, 0, moved); onChange(next); };
  const fresh = () => { let count = value.length + 1; while (value.some(stage => stage.id === `stage${count}`)) count++; return { id: `stage${count}`, name: "" }; };
  return (
    <fieldset className="plain-set rows-input">
      <legend>{label}</legend>
      <ol>{value.map((stage, at) => (
        <li key={stage.id}>
          <input className="input" aria-label={`Stage ${at + 1}`} value={stage.name} required onChange={e => put(at, e.target.value)} />
          <Button small look="bare" className="icon" disabled={at === 0} aria-label={`Move ${stage.name} up`} onClick={() => swap(at, -1)}><ArrowUp size={16} aria-hidden /></Button>
          <Button small look="bare" className="icon" disabled={at === value.length - 1} aria-label={`Move ${stage.name} down`} onClick={() => swap(at, 1)}><ArrowDown size={16} aria-hidden /></Button>
          <Button small look="bare" className="icon" disabled={value.length === 1} aria-label={`Remove ${stage.name}`} onClick={() => onChange(value.filter(one => one !== stage))}><X size={16} aria-hidden /></Button>
        </li>
      ))}</ol>
      <Button small onClick={() => onChange([...value, fresh()])}><Plus size={15} aria-hidden /> Add a stage</Button>
    </fieldset>
  );
}
