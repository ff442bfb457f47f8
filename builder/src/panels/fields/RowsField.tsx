import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import type { Field } from "../../catalogue/descriptors";
import type { Config } from "../../model/definition";
import { withConfig } from "../../model/change";
import { FormField } from "./FormField";

/** A list of small forms, in their order. */
export function RowsField({ field, value, onChange, pointer }: { field: Field; value: readonly Config[]; onChange: (value: Config[] | undefined) => void; pointer: string }) {
  const columns = field.columns ?? [];
  const set = (next: Config[]) => onChange(next.length > 0 ? next : undefined);
  const swap = (a: number, b: number) => { const next = [...value]; [next[a], next[b]] = [next[b]!, next[a]!]; set(next); };
  return (
    <div className="rows" role="group" aria-label={field.label}>
      {value.map((row, at) => (
        <fieldset key={at} className="row-card">
          <legend>{field.label} {at + 1}</legend>
          <div className="row-tools">
            <button type="button" className="button bare small" aria-label={`Move ${field.label} ${at + 1} up`} disabled={at === 0} onClick={() => swap(at, at - 1)}><ArrowUp size={14} aria-hidden /></button>
            <button type="button" className="button bare small" aria-label={`Move ${field.label} ${at + 1} down`} disabled={at === value.length - 1} onClick={() => swap(at, at + 1)}><ArrowDown size={14} aria-hidden /></button>
            <button type="button" className="button bare small" aria-label={`Remove ${field.label} ${at + 1}`} onClick={() => set(value.filter((_, i) => i !== at))}><X size={14} aria-hidden /></button>
          </div>
          {columns.map(column => (
            <FormField key={column.name} field={{ ...column, merge: column.merge ?? field.merge ?? false }} fields={columns} config={row} pointer={`${pointer}/${at}`} onChange={(name, next) => set(value.map((old, i) => i === at ? withConfig(old, name, next) : old))} />
          ))}
        </fieldset>
      ))}
      <button type="button" className="button bare small add-row" onClick={() => set([...value, {}])}><Plus size={15} aria-hidden />Add a row</button>
    </div>
  );
}
