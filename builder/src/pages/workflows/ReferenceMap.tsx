import type { Api } from "../../api/client";
import { useCalendars, useCustomFields, useLinks, usePipelines, useTemplates, useUsers, useWorkflows } from "../../api/lists";
import { Field } from "../../ui/Field";
import { kindWords } from "./kindWords";

interface Here { id: string | undefined; name: string }

/** What an imported workflow names, and which record here each becomes: first what nothing here has the name of. */
export function ReferenceMap({ references, map, onChange }: { references: Api<"Reference">[]; map: Record<string, string>; onChange: (id: string, to: string) => void }) {
  const [users, calendars, pipelines, templates, workflows, fields] = [useUsers(), useCalendars(), usePipelines(), useTemplates(), useWorkflows(), useCustomFields()];
  const links = useLinks();
  const named = (list: { id?: string; name: string }[] | undefined): Here[] => list?.map(({ id, name }) => ({ id, name })) ?? [];
  const here: Record<string, Here[]> = {
    user: named(users.data), calendar: named(calendars.data), pipeline: named(pipelines.data), template: named(templates.data), workflow: named(workflows.data), link: named(links.data),
    field: fields.data?.map(field => ({ id: field.key, name: field.label })) ?? [],
    stage: pipelines.data?.flatMap(pipeline => pipeline.stages.map(stage => ({ id: stage.id, name: `${pipeline.name}: ${stage.name}` }))) ?? [],
  };
  const found = ({ kind, id, name }: Api<"Reference">) => !here[kind] || here[kind].some(one => one.id === id || one.name === name || one.name.endsWith(`: ${name}`));
  if (references.length === 0) return null;
  return (
    <fieldset className="plain-set">
      <legend>What it refers to</legend>
      <div className="two">{[...references].sort((a, b) => Number(found(a)) - Number(found(b))).map(one => (
        <Field key={`${one.kind} ${one.id}`} label={<>{one.name} <span className="quiet">({kindWords(one.kind)})</span></>}>
          {here[one.kind]
            ? <select value={map[one.id] ?? ""} onChange={e => onChange(one.id, e.target.value)}><option value="">{found(one) ? "The one of the same name" : "None here has this name: choose"}</option>{here[one.kind]!.map(record => <option key={record.id} value={record.id}>{record.name}</option>)}</select>
            : <input value={map[one.id] ?? ""} placeholder="As it is" onChange={e => onChange(one.id, e.target.value)} />}
        </Field>
      ))}</div>
    </fieldset>
  );
}
