import type { ReactNode } from "react";
import type { Field as Descriptor } from "../../catalogue/descriptors";
import { useBuilder } from "../../canvas/store";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { plainly } from "../../catalogue/plainly";
import { configAt } from "../../model/change";
import type { Config, Json } from "../../model/definition";
import { Field } from "../../ui/Field";
import { absent, notFilledIn, problemOf } from "../check";
import { Control, isGroup } from "./Control";
import { Segments } from "../text/Segments";
import "./fields.css";

export interface FormFieldProps {
  field: Descriptor; fields: readonly Descriptor[]; config: Config | undefined; pointer: string; channel?: string | undefined;
  onChange: (name: string, value: Json | undefined) => void;
}

/** One field of a form: drawn after its kind, checked while it is typed in, with what the server found. */
export function FormField({ field, fields, config, pointer, channel, onChange }: FormFieldProps) {
  const at = `${pointer}/${field.name.split(".").map(part => part.replace(/~/g, "~0").replace(/\//g, "~1")).join("/")}`;
  const value = configAt(config, field.name);
  const catalogue = useLoadedCatalogue();
  // What was empty when the server looked and is filled in now needs no second look.
  const found = useBuilder(s => s.findings.find(f => (f.pointer === at || f.pointer.startsWith(`${at}/`) && !isGroup(field)) && (f.code !== notFilledIn || absent(value) || isGroup(field)))?.message);
  const problem = problemOf(field, fields, config) ?? (found && plainly(catalogue, found));
  const change = (next: Json | undefined) => onChange(field.name, next);
  const control = <Control field={field} value={value} onChange={change} pointer={at} />;
  return (
    <div data-field={at} className="form-field">
      {field.kind === "flag" ? <Tick field={field} problem={problem} value={value === true} onChange={change} />
        : isGroup(field) ? <Group field={field} problem={problem}>{control}</Group>
          : <Field label={field.label} optional={!field.required && !field.unless} {...(field.help ? { help: field.help } : {})} error={problem}>{control}</Field>}
      {channel === "sms" && field.name === "body" && <Segments text={typeof value === "string" ? value : ""} />}
    </div>
  );
}

function Tick({ field, problem, value, onChange }: { field: Descriptor; problem: string | undefined; value: boolean; onChange: (value: boolean | undefined) => void }) {
  return (
    <div className="field">
      <label className="tick-line"><input type="checkbox" checked={value} onChange={event => onChange(event.target.checked ? true : undefined)} /> {field.label}</label>
      {field.help && <small className="quiet">{field.help}</small>}
      {problem && <small className="error">{problem}</small>}
    </div>
  );
}

function Group({ field, problem, children }: { field: Descriptor; problem: string | undefined; children: ReactNode }) {
  return (
    <div className={problem ? "field wrong" : "field"}>
      <span className="label">{field.label}{!field.required && <span className="quiet"> (optional)</span>}</span>
      {children}
      {field.help && <small className="quiet">{field.help}</small>}
      {problem && <small className="error">{problem}</small>}
    </div>
  );
}
