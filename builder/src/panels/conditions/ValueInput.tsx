import type { FilterField, OperatorDescriptor } from "../../catalogue/descriptors";
import type { Json } from "../../model/definition";
import { DurationField } from "../fields/DurationField";
import { ManyField } from "../fields/ManyField";
import { useOptions } from "../fields/ReferenceField";
import { valueFor } from "./operators";

interface Props { field: FilterField | undefined; operator: OperatorDescriptor | undefined; value: Json | undefined; onChange: (value: Json | undefined) => void; label: string; invalid: boolean }

const text = (value: Json | undefined) => value == null ? "" : String(value);

/** What a field is compared with, drawn after what the operator takes and what the field holds. */
export function ValueInput({ field, operator, value, onChange, label, invalid }: Props) {
  const takes = operator?.takes ?? "one";
  const now = valueFor(takes, value);
  if (takes === "none") return null;
  if (takes === "duration") return <DurationField label={label} aria-label={label} value={text(now)} onChange={next => onChange(next ?? "")} {...(invalid ? { "aria-invalid": true } : {})} />;
  if (takes === "many") return <ManyField label={label} of={field?.of} options={field?.options} value={(Array.isArray(now) ? now : []).map(text)} onChange={next => onChange(next ?? [])} {...(invalid ? { "aria-invalid": true } : {})} />;
  if (takes === "range") {
    const [from, to] = Array.isArray(now) ? now : ["", ""];
    return <span className="range"><One field={field} value={from} label={`${label}: from`} onChange={v => onChange([v ?? "", to ?? ""])} invalid={invalid} /> and <One field={field} value={to} label={`${label}: to`} onChange={v => onChange([from ?? "", v ?? ""])} invalid={invalid} /></span>;
  }
  return <One field={field} value={now} label={label} onChange={onChange} invalid={invalid} />;
}

function One({ field, value, onChange, label, invalid }: { field: FilterField | undefined; value: Json | undefined; onChange: (value: Json) => void; label: string; invalid: boolean }) {
  const records = useOptions(field?.options ? undefined : field?.of);
  const options = field?.options ?? records ?? null;
  const rest = { "aria-label": label, ...(invalid ? { "aria-invalid": true } : {}) };
  if (field?.type === "flag") return <select className="input" value={value === true || value === "true" ? "true" : value === false || value === "false" ? "false" : ""} onChange={event => onChange(event.target.value === "true")} {...rest}><option value="" disabled>Choose…</option><option value="true">Yes</option><option value="false">No</option></select>;
  if (options && options.length > 0 && field?.of !== "tag") {
    return (
      <select className="input" value={text(value)} onChange={event => onChange(event.target.value)} {...rest}>
        <option value="">Choose…</option>
        {text(value) && !options.some(o => o.value === value) && <option value={text(value)}>{text(value)}</option>}
        {options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
    );
  }
  const merged = typeof value === "string" && value.includes("{{");
  if (field?.type === "date" && !merged) return <input className="input" type="date" value={text(value).slice(0, 10)} onChange={event => onChange(event.target.value)} {...rest} />;
  if (field?.type === "clock" && !merged && field.name.endsWith("time")) return <input className="input" type="time" value={text(value)} onChange={event => onChange(event.target.value)} {...rest} />;
  if (field?.type === "number" && !merged) return <input className="input" type="number" value={text(value)} onChange={event => onChange(event.target.value === "" ? "" : Number(event.target.value))} {...rest} />;
  return <input className="input" value={text(value)} placeholder="Value" onChange={event => onChange(event.target.value)} {...rest} />;
}
