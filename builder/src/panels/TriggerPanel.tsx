import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import { titleOf } from "../catalogue/catalogue";
import { conditionGroups } from "../catalogue/mergeFields";
import { useBuilder, useDefinition } from "../canvas/store";
import { changeTrigger, moveTrigger, removeTrigger, setFilters, withConfig } from "../model/change";
import type { Trigger } from "../model/definition";
import { inOrder } from "../model/reach";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { ConditionEditor } from "./conditions/ConditionEditor";
import { FormField } from "./fields/FormField";

/** A trigger: what it is called, when it comes, and whom it lets in. */
export function TriggerPanel({ trigger }: { trigger: Trigger }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const edit = useBuilder(s => s.edit);
  const set = useBuilder(s => s.set);
  const readOnly = useBuilder(s => s.readOnly);
  const known = catalogue.triggers.get(trigger.type);
  const at = definition.triggers.indexOf(trigger);
  const pointer = `/triggers/${at}`;
  const label = trigger.name || known?.label || trigger.type;
  const findings = useBuilder(s => s.findings).filter(f => f.pointer === pointer || f.pointer === `${pointer}/type`);
  return (
    <fieldset className="form" disabled={readOnly}>
      {findings.length > 0 && <ul className="step-findings">{findings.map((f, i) => <li key={i} className={f.severity}>{f.message}</li>)}</ul>}
      <Field label="Name" optional><input className="input" value={trigger.name ?? ""} placeholder={known?.label} onChange={event => edit(d => changeTrigger(d, trigger.id, { name: event.target.value || undefined } as Partial<Trigger>), "Renamed a trigger", `${trigger.id} name`)} /></Field>
      {(known?.config ?? []).map(field => (
        <FormField key={field.name} field={field} fields={known!.config} config={trigger.config} pointer={`${pointer}/config`} onChange={(name, value) => edit(d => changeTrigger(d, trigger.id, { config: withConfig(d.triggers.find(t => t.id === trigger.id)?.config, name, value) }), `Changed “${label}”`, `${trigger.id} ${name}`)} />
      ))}
      {(known?.filters.length ?? 0) > 0 && (
        <div className="field"><span className="label">Only if</span>
          <ConditionEditor value={trigger.filters} groups={conditionGroups(catalogue, definition, trigger.type)} pointer={`${pointer}/filters`} label="Filter" empty="Without a filter every such event lets its contact in."
            onChange={filters => edit(d => setFilters(d, trigger.id, filters), `Changed the filter of “${label}”`, `${trigger.id} filters`)} />
        </div>
      )}
      <details className="more-fields" open={trigger.start != null}>
        <summary>Begins at another step</summary>
        <Field label="First step" help="Usually all triggers begin at the top.">
          <select className="input" value={trigger.start ?? ""} onChange={event => edit(d => changeTrigger(d, trigger.id, { start: event.target.value || undefined } as Partial<Trigger>), "Changed where a trigger begins")}>
            <option value="">At the top</option>{inOrder(definition).map(id => <option key={id} value={id}>{titleOf(catalogue, definition.steps[id]!)}</option>)}
          </select>
        </Field>
      </details>
      <label className="tick-line enabled"><input type="checkbox" checked={trigger.enabled !== false} onChange={event => edit(d => changeTrigger(d, trigger.id, { enabled: event.target.checked ? undefined : false } as Partial<Trigger>), event.target.checked ? "Switched a trigger on" : "Switched a trigger off")} /> Switched on</label>
      <div className="row panel-actions">
        {at > 0 && <Button small onClick={() => edit(d => moveTrigger(d, trigger.id, at - 1), "Moved a trigger")}>Move left</Button>}
        {at < definition.triggers.length - 1 && <Button small onClick={() => edit(d => moveTrigger(d, trigger.id, at + 1), "Moved a trigger")}>Move right</Button>}
        <Button small look="danger" onClick={() => { edit(d => removeTrigger(d, trigger.id), `Deleted the trigger “${label}”`); set({ panel: null, at: null }); }}>Delete the trigger</Button>
      </div>
    </fieldset>
  );
}
