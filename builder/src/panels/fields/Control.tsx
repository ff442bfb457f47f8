import type { Field } from "../../catalogue/descriptors";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { conditionGroups } from "../../catalogue/mergeFields";
import { useReferences } from "../../catalogue/references";
import { useDefinition } from "../../canvas/store";
import type { Condition, Config, Json } from "../../model/definition";
import { ConditionEditor } from "../conditions/ConditionEditor";
import { TextField } from "../text/TextField";
import { DurationField } from "./DurationField";
import { EventsField } from "./EventsField";
import { InstantField } from "./InstantField";
import { ManyField } from "./ManyField";
import { PairsField } from "./PairsField";
import { ReferenceField } from "./ReferenceField";
import { RowsField } from "./RowsField";
import { SecretField } from "./SecretField";
import { WindowField } from "./WindowField";

interface Props { field: Field; value: Json | undefined; onChange: (value: Json | undefined) => void; pointer: string; id?: string }

/** Drawn as several controls, so that no single one carries the label. */
export const isGroup = (field: Field) => ["manyChoices", "manyReferences", "map", "fieldValues", "condition", "rows"].includes(field.kind);
const offsets = new Set(["offset"]);
const text = (value: Json | undefined) => value == null ? "" : String(value);
const config = (value: Json | undefined): Config => value && typeof value === "object" && !Array.isArray(value) ? value : {};

/** The control of a field, by its kind. A kind that is new to the builder is a text. */
export function Control({ field, value, onChange, pointer, ...rest }: Props) {
  const put = (next: string | undefined) => onChange(next === "" ? undefined : next);
  const common = { label: field.label, ...rest };
  switch (field.kind) {
    case "longText": return <TextField value={text(value)} onChange={put} rows={field.name === "body" || field.name === "message" ? 7 : 4} merge={field.merge} {...common} />;
    case "html": return <TextField value={text(value)} onChange={put} rows={8} merge={field.merge} {...common} />;
    case "number": return <TextField value={text(value)} inputMode="decimal" merge={field.merge} onChange={next => onChange(next === "" ? undefined : Number.isFinite(Number(next)) && next.trim() === next && !next.endsWith(".") ? Number(next) : next)} {...common} />;
    case "choice": return (
      <select className="input" value={text(value)} onChange={event => put(event.target.value)} {...rest}>
        <option value="">{field.required ? "Choose…" : "Not chosen"}</option>
        {value != null && !field.options?.some(o => o.value === value) && <option value={text(value)}>{text(value)}</option>}
        {field.options?.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
    );
    case "duration": return <DurationField value={value == null ? null : text(value)} signed={offsets.has(field.name)} onChange={onChange} {...common} />;
    case "date": return field.merge && text(value).includes("{{") ? <TextField value={text(value)} onChange={put} merge {...common} /> : <input className="input" type="date" value={text(value)} onChange={event => put(event.target.value)} {...rest} />;
    case "instant": return <InstantField value={text(value)} onChange={onChange} merge={field.merge} {...common} />;
    case "reference": return <ReferenceField of={field.of} value={text(value)} onChange={onChange} required={field.required} {...rest} />;
    case "manyReferences": return <ManyField of={field.of} value={Array.isArray(value) ? value.map(text) : []} onChange={onChange} {...common} />;
    case "manyChoices": return <ManyField options={field.options ?? []} value={Array.isArray(value) ? value.map(text) : []} onChange={onChange} {...common} />;
    case "map": return field.of === "window" ? <WindowField value={value} onChange={onChange} label={field.label} /> : field.of === "events" ? <EventsField value={value} onChange={onChange} pointer={pointer} />
      : <PairsField value={config(value)} onChange={onChange} label={field.label} merge={field.merge} adding="Add a row" />;
    case "fieldValues": return <ContactValues field={field} value={config(value)} onChange={onChange} />;
    case "rows": return <RowsField field={field} value={(Array.isArray(value) ? value : []) as unknown as Config[]} onChange={next => onChange(next as unknown as Json)} pointer={pointer} />;
    case "condition": return <WhenField value={value} onChange={onChange} pointer={pointer} label={field.label} />;
    case "secret": return <SecretField value={text(value)} onChange={put} {...rest} />;
    default: {
      if (field.of) return <ReferenceField of={field.of} value={text(value)} onChange={onChange} required={field.required} {...rest} />;
      if (isTimeOfDay(field)) return <input className="input" type="time" value={text(value)} onChange={event => put(event.target.value)} {...rest} />;
      return <TextField value={text(value)} onChange={put} merge={field.merge} type={field.merge ? "text" : field.kind === "email" ? "email" : field.kind === "url" ? "url" : field.kind === "phone" ? "tel" : "text"} {...common} />;
    }
  }
}

const isTimeOfDay = (field: Field) => field.kind === "text" && field.maxLength === 5;

function ContactValues({ field, value, onChange }: { field: Field; value: Config; onChange: (value: Json | undefined) => void }) {
  return <PairsField value={value} onChange={onChange} label={field.label} merge={field.merge} names={useReferences("contactField")} adding="Add a field" />;
}

function WhenField({ value, onChange, pointer, label }: { value: Json | undefined; onChange: (value: Json | undefined) => void; pointer: string; label: string }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  return <ConditionEditor value={value as unknown as Condition} onChange={next => onChange(next as unknown as Json)} groups={conditionGroups(catalogue, definition)} pointer={pointer} label={label} ready />;
}
