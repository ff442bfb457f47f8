import { useId } from "react";
import { titleOf } from "../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { mergeGroups } from "../../catalogue/mergeFields";
import { useReferences, type Offered } from "../../catalogue/references";
import { useBuilder, useDefinition } from "../../canvas/store";
import { inOrder } from "../../model/reach";

interface Props { id?: string; of: string | undefined; value: string; onChange: (value: string | undefined) => void; required?: boolean | undefined; "aria-describedby"?: string; "aria-invalid"?: boolean; "aria-label"?: string }

/** The records a field may name: steps and dates of this workflow, or the practice's own. */
export function useOptions(of: string | undefined): Offered[] | null | undefined {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const here = useBuilder(s => s.panel?.key.slice(2));
  const records = useReferences(of === "step" || of === "field" ? undefined : of);
  if (of === "step") return inOrder(definition).filter(id => id !== here).map(id => ({ value: id, label: titleOf(catalogue, definition.steps[id]!) }));
  if (of === "field") return mergeGroups(catalogue, definition).flatMap(g => g.fields.filter(f => f.type === "date" && !f.name.endsWith("*")).map(f => ({ value: f.name, label: f.label })));
  return records;
}

/** One record; what cannot be listed is typed. */
export function ReferenceField({ of, value, onChange, required, ...rest }: Props) {
  const options = useOptions(of);
  const id = useId();
  if (options === undefined) return <select className="input" disabled {...rest}><option>Loading…</option></select>;
  if (options === null) return <input className="input" value={value} onChange={event => onChange(event.target.value || undefined)} {...rest} />;
  if (of === "field") return <><input className="input" list={id} value={value} placeholder="Choose or type a date" onChange={event => onChange(event.target.value || undefined)} {...rest} /><datalist id={id}>{options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}</datalist></>;
  return (
    <select className="input" value={value} onChange={event => onChange(event.target.value || undefined)} {...rest}>
      <option value="">{required ? "Choose…" : "None"}</option>
      {value && !options.some(o => o.value === value) && <option value={value}>{value} ({options.some(o => o.disabled) ? "not listed" : "not found"})</option>}
      {options.map(o => <option key={o.value} value={o.value} disabled={o.disabled}>{o.label}</option>)}
    </select>
  );
}
