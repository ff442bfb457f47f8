import type { RecipeParameter } from "../../api/recipes";
import { DurationInput } from "../../ui/DurationInput";
import { Field } from "../../ui/Field";
import { Tick } from "../../ui/Tick";

interface Props { parameter: RecipeParameter; value: unknown; records: { id: string; name: string; within?: string }[] | undefined; within: unknown; error: string | undefined; onChange: (value: unknown) => void }

/** One question of a template, by its kind. */
export function ParameterInput({ parameter, value, records, within, error, onChange }: Props) {
  const { label, kind, help, required = false, options, ...rest } = parameter;
  const [min, max, maxLength] = [rest.min ?? undefined, rest.max ?? undefined, rest.maxLength ?? undefined];
  const text = value === null || value === undefined ? "" : String(value);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const fits = records?.filter(one => !within || !one.within || one.within === within) ?? [];
  if (kind === "flag") return <Tick label={label} help={help} checked={value === true} onChange={e => onChange(e.target.checked)} />;
  if (kind === "manyReferences" && records) return (
    <fieldset className="plain-set"><legend>{label}</legend><div className="pills">{fits.map(one => <label key={one.id}><input type="checkbox" checked={chosen.includes(one.id)} onChange={e => onChange(e.target.checked ? [...chosen, one.id] : chosen.filter(id => id !== one.id))} />{one.name}</label>)}</div>{help && <small className="quiet">{help}</small>}</fieldset>
  );
  const choices = records ? fits.map(one => ({ value: one.id, label: one.name })) : options;
  return (
    <Field label={label} help={help} error={error} optional={!required}>
      {choices ? <select value={text} required={required} onChange={e => onChange(e.target.value)}><option value="">Choose…</option>{choices.map(one => <option key={one.value} value={one.value}>{one.label}</option>)}</select>
        : kind === "duration" ? <DurationInput value={text} onChange={onChange} required={required} />
        : kind === "longText" ? <textarea value={text} required={required} maxLength={maxLength} onChange={e => onChange(e.target.value)} />
        : kind === "number" ? <input type="number" value={text} required={required} min={min} max={max} step="any" onChange={e => onChange(e.target.value === "" ? null : Number(e.target.value))} />
        : kind === "date" ? <input type="date" value={text} required={required} onChange={e => onChange(e.target.value)} />
        : <input value={text} required={required} maxLength={maxLength} onChange={e => onChange(e.target.value)} />}
    </Field>
  );
}
