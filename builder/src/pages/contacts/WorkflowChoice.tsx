import { useWorkflows } from "../../api/lists";
import { Field } from "../../ui/Field";

/** Which published workflow. */
export function WorkflowChoice({ value, onChange, label = "Workflow", all }: { value: string; onChange: (id: string) => void; label?: string; all?: boolean }) {
  const list = (useWorkflows().data ?? []).filter(workflow => all || workflow.status === "published").sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Field label={label} help={all ? undefined : list.length === 0 ? "No workflow is published yet." : "Only published workflows let contacts in."}>
      <select value={value} onChange={e => onChange(e.target.value)} required>
        <option value="">Choose…</option>
        {list.map(workflow => <option key={workflow.id} value={workflow.id}>{workflow.name}</option>)}
      </select>
    </Field>
  );
}
