import type { Api } from "../../api/client";
import { useCalendars, useCustomFields, usePipelines, useTemplates, useUsers, useWorkflows } from "../../api/lists";
import { Field } from "../../ui/Field";

/** What an imported workflow names, and which record here each becomes. Left alone, one of the same name is taken. */
export function ReferenceMap({ references, map, onChange }: { references: Api<"Reference">[]; map: Record<string, string>; onChange: (id: string, to: string) => void }) {
  const [users, calendars, pipelines, templates, workflows, fields] = [useUsers(), useCalendars(), usePipelines(), useTemplates(), useWorkflows(), useCustomFields()];
  const here: Record<string, { id?: string; name: string }[] | undefined> = {
    user: users.data, calendar: calendars.data, pipeline: pipelines.data, template: templates.data, workflow: workflows.data,
    field: fields.data?.map(field => ({ id: field.key, name: field.label })),
    stage: pipelines.data?.flatMap(pipeline => pipeline.stages.map(stage => ({ id: stage.id, name: `${pipeline.name}: ${stage.name}` }))),
  };
  if (references.length === 0) return null;
  return (
    <fieldset className="plain-set">
      <legend>What it refers to</legend>
      {references.map(({ kind, id, name }) => (
        <Field key={`${kind} ${id}`} label={<>{name} <span className="quiet">({kind})</span></>}>
          {here[kind]
            ? <select value={map[id] ?? ""} onChange={e => onChange(id, e.target.value)}><option value="">The one of the same name</option>{here[kind].map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</select>
            : <input value={map[id] ?? ""} placeholder="The one of the same name" onChange={e => onChange(id, e.target.value)} />}
        </Field>
      ))}
    </fieldset>
  );
}
