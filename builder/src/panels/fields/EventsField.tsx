import { Plus, X } from "lucide-react";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { conditionGroups } from "../../catalogue/mergeFields";
import { useDefinition } from "../../canvas/store";
import type { Condition, Json } from "../../model/definition";
import { ConditionEditor } from "../conditions/ConditionEditor";

interface GoalEvent { type: string; filters?: Condition }

/** The events that meet a goal, each with its own filter. */
export function EventsField({ value, onChange, pointer }: { value: Json | undefined; onChange: (value: Json) => void; pointer: string }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const events = (Array.isArray(value) ? value : []) as unknown as GoalEvent[];
  const set = (next: GoalEvent[]) => onChange(next as unknown as Json);
  const types = [...catalogue.triggers.values()].sort((a, b) => a.category.localeCompare(b.category) || a.label.localeCompare(b.label));
  const categories = [...new Set(types.map(t => t.category))];
  return (
    <div className="rows" role="group" aria-label="Events">
      {events.map((event, at) => (
        <fieldset key={at} className="row-card">
          <legend>Event {at + 1}</legend>
          <div className="row-tools"><button type="button" className="button bare small" aria-label={`Remove event ${at + 1}`} onClick={() => set(events.filter((_, i) => i !== at))}><X size={14} aria-hidden /></button></div>
          <select className="input" aria-label={`Event ${at + 1}`} value={event.type} data-field={`${pointer}/${at}/type`} onChange={e => set(events.map((old, i) => i === at ? { type: e.target.value, filters: { all: [] } } : old))}>
            {!event.type && <option value="">Choose…</option>}
            {categories.map(c => <optgroup key={c} label={c}>{types.filter(t => t.category === c).map(t => <option key={t.type} value={t.type}>{t.label}</option>)}</optgroup>)}
          </select>
          {event.type && <ConditionEditor value={event.filters} groups={conditionGroups(catalogue, definition, event.type)} pointer={`${pointer}/${at}/filters`} label={`Filter of event ${at + 1}`} empty="Every such event counts." onChange={filters => set(events.map((old, i) => i === at ? { ...old, filters } : old))} />}
        </fieldset>
      ))}
      <button type="button" className="button bare small add-row" onClick={() => set([...events, { type: "appointment.booked", filters: { all: [] } }])}><Plus size={15} aria-hidden />Add an event</button>
    </div>
  );
}
