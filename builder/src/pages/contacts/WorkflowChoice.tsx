import { useWorkflows } from "../../api/lists";
import { Field } from "../../ui/Field";
import { Loaded } from "../../ui/Loaded";

/** Which published workflow. */
export function WorkflowChoice({ value, onChange, label = "Workflow", all }: { value: string; onChange: (id: string) => void; label?: string; all?: boolean }) {
  const workflows = useWorkflows();
  const list = (workflows.data ?? []).filter(workflow => all || workflow.status === "published").sort((a, b) => a.name.localeCompare(b.name));
  if (workflows.isError && !workflows.data) return <Loaded query={workflows}>{() => null}</Loaded>;
  return (
    <Field label={label} help={!workflows.data ? "Loading…" : all ? undefined : list.length === 0 ? "No workflow is published yet." : "Only published workflows let contacts in."}>
      <select value={value} onChange={e => onChange(e.target.value)} required>
        <option value="">Choose…</option>
        {list.map(workflow => <option key={workflow.id} value={workflow.id}>{workflow.name}</option>)}
      </select>
    </Field>
  );
}
