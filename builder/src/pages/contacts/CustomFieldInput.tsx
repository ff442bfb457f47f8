import type { Api } from "../../api/client";
import { Field } from "../../ui/Field";
import { ListInput } from "../../ui/ListInput";
import { Tick } from "../../ui/Tick";

/** One custom field by its type. */
export function CustomFieldInput({ field, value, onChange }: { field: Api<"CustomField">; value: unknown; onChange: (value: unknown) => void }) {
  const text = value === null || value === undefined ? "" : String(value);
  const many = Array.isArray(value) ? value.map(String) : [];
  const options = field.options ?? [];
  if (field.type === "flag") return <Tick label={field.label} checked={value === true} onChange={e => onChange(e.target.checked)} />;
  if (field.type === "list") return (
    <Field label={field.label} help={options.length > 0 ? `One or more of: ${options.join(", ")}. With commas between.` : "With commas between."}>
      <ListInput values={many} onValues={onChange} />
    </Field>
  );
  if (options.length > 0) return <Field label={field.label}><select value={text} onChange={e => onChange(e.target.value)}><option value="">–</option>{options.map(option => <option key={option}>{option}</option>)}</select></Field>;
  if (field.type === "number") return <Field label={field.label}><input type="number" step="any" value={text} onChange={e => onChange(e.target.value === "" ? null : Number(e.target.value))} /></Field>;
  return <Field label={field.label}><input type={field.type === "date" ? "date" : "text"} value={text} onChange={e => onChange(e.target.value)} /></Field>;
}
