import { X } from "lucide-react";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { fieldNamed, type FieldGroup } from "../../catalogue/mergeFields";
import type { Row } from "../../model/definition";
import { humanise } from "../../model/narrate";
import { operatorsFor, valueFor } from "./operators";
import { ValueInput } from "./ValueInput";

interface Props { row: Row; groups: readonly FieldGroup[]; onChange: (row: Row) => void; onRemove: () => void; pointer: string; problem: string | undefined; place: number }

/** One question: a field, how it is compared, and with what. */
export function ConditionRow({ row, groups, onChange, onRemove, pointer, problem, place }: Props) {
  const catalogue = useLoadedCatalogue();
  const field = fieldNamed(groups, row.field);
  const star = field?.name.endsWith("*") ? field.name.slice(0, -1) : null;
  const operators = operatorsFor(catalogue, field);
  const operator = catalogue.operators.get(row.op);
  const name = field ? star ? humanise(row.field) : field.label : row.field || "field";
  const chooseField = (next: string) => {
    const to = fieldNamed(groups, next);
    const fitting = operatorsFor(catalogue, to);
    const op = fitting.find(o => o.name === row.op) ?? fitting[0];
    const same = to && field && to.type === field.type && to.of === field.of && !to.options && !field.options;
    onChange(rowOf(next.replace("*", ""), op?.name ?? "is", valueFor(op?.takes ?? "one", same ? row.value : undefined)));
  };
  return (
    <div className={problem ? "condition-row wrong" : "condition-row"} data-field={pointer}>
      <select className="input" aria-label={`Condition ${place}: field`} value={field ? field.name : row.field} onChange={event => chooseField(event.target.value)}>
        {!row.field && <option value="">Choose a field…</option>}
        {row.field && !field && <option value={row.field}>{row.field} (unknown)</option>}
        {groups.map(group => <optgroup key={group.label} label={group.label}>{group.fields.map(f => <option key={f.name} value={f.name}>{f.label}{f.name.endsWith("*") ? "…" : ""}</option>)}</optgroup>)}
      </select>
      {star !== null && <input className="input" aria-label={`Condition ${place}: which ${field!.label.toLowerCase()}`} placeholder={`Which ${field!.label.toLowerCase()}?`} value={row.field.slice(star.length)} onChange={event => onChange({ ...row, field: star + event.target.value.trim() })} />}
      {row.field !== "" && (
        <>
          <select className="input" aria-label={`Condition ${place}: comparison`} value={row.op} onChange={event => onChange(rowOf(row.field, event.target.value, valueFor(catalogue.operators.get(event.target.value)?.takes ?? "one", row.value)))}>
            {!operators.some(o => o.name === row.op) && <option value={row.op}>{operator?.label ?? row.op}</option>}
            {operators.map(o => <option key={o.name} value={o.name}>{o.label}</option>)}
          </select>
          <ValueInput field={field} operator={operator} value={row.value} label={`Condition ${place}: value for ${name}`} invalid={!!problem} onChange={value => onChange(rowOf(row.field, row.op, value))} />
        </>
      )}
      <button type="button" className="button bare small remove" aria-label={`Remove condition ${place}: ${name}`} onClick={onRemove}><X size={15} aria-hidden /></button>
      {problem && <small className="error">{problem}</small>}
    </div>
  );
}

const rowOf = (field: string, op: string, value: Row["value"]): Row => value === undefined ? { field, op } : { field, op, value };
