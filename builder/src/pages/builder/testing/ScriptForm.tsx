import { Plus, X } from "lucide-react";
import { DurationField } from "../../../panels/fields/DurationField";
import { happenings, type Happening } from "./script";

/** What the contact does meanwhile: "replies YES after 2 hours". */
export function ScriptForm({ script, onChange }: { script: readonly Happening[]; onChange: (script: Happening[]) => void }) {
  const set = (id: number, change: Partial<Happening>) => onChange(script.map(h => h.id === id ? { ...h, ...change } : h));
  return (
    <div className="script" role="group" aria-label="What the contact does">
      {script.map((h, at) => {
        const kind = happenings.find(k => k.value === h.what) ?? happenings[0]!;
        return (
          <div key={h.id} className="happening">
            <span className="row"><span>After</span><DurationField label={`Answer ${at + 1}: after`} aria-label={`Answer ${at + 1}: after`} value={h.after} onChange={after => set(h.id, { after: after ?? "PT1H" })} />
              <button type="button" className="button bare small" aria-label={`Remove answer ${at + 1}`} onClick={() => onChange(script.filter(o => o.id !== h.id))}><X size={15} aria-hidden /></button></span>
            <span className="row"><span>the contact</span><select className="input grow" aria-label={`Answer ${at + 1}: what`} value={h.what} onChange={event => set(h.id, { what: event.target.value, text: "" })}>{happenings.map(k => <option key={k.value} value={k.value}>{k.label}</option>)}</select></span>
            {kind.field.kind === "text" && <input className="input" aria-label={`Answer ${at + 1}: ${kind.field.label}`} placeholder={kind.field.label} value={h.text} onChange={event => set(h.id, { text: event.target.value })} />}
            {kind.field.kind === "choice" && <select className="input" aria-label={`Answer ${at + 1}: ${kind.field.label}`} value={h.text} onChange={event => set(h.id, { text: event.target.value })}>{kind.field.options!.map(([value, label]) => <option key={value} value={value}>{label}</option>)}</select>}
          </div>
        );
      })}
      <button type="button" className="button bare small adding" onClick={() => onChange([...script, { id: Math.max(0, ...script.map(h => h.id)) + 1, after: "PT2H", what: "sms", text: "YES" }])}><Plus size={15} aria-hidden />Add what happens</button>
    </div>
  );
}
