import { useWorkflows } from "../../api/lists";
import { useStepTitle, useVersionSteps } from "../../api/steps";
import { Choice } from "../../ui/Choice";
import { states } from "../../ui/status";

export interface EnrollmentWish { workflowId: string; status: string; stepId: string; from: string; to: string }

export function EnrollmentFilters({ wish, onChange }: { wish: EnrollmentWish; onChange: (key: keyof EnrollmentWish, value: string) => void }) {
  const workflows = useWorkflows().data ?? [];
  const steps = useVersionSteps(wish.workflowId || undefined, workflows.find(one => one.id === wish.workflowId)?.version);
  const title = useStepTitle();
  return (
    <div className="tools" role="search" aria-label="Enrollments">
      <Choice label="Workflow" value={wish.workflowId} onChange={value => onChange("workflowId", value)}><option value="">All</option>{workflows.filter(one => one.version > 0).map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</Choice>
      <Choice label="Status" value={wish.status} onChange={value => onChange("status", value)}><option value="">All</option><option value="live">In it now</option>{Object.entries(states.enrollment).map(([status, [label]]) => <option key={status} value={status}>{label}</option>)}</Choice>
      {steps.data && <Choice label="Step" value={wish.stepId} onChange={value => onChange("stepId", value)}><option value="">All</option>{Object.entries(steps.data).map(([id, step]) => <option key={id} value={id}>{title(step)}</option>)}</Choice>}
      <label className="choice"><span>Entered from</span><input type="date" value={wish.from} onChange={e => onChange("from", e.target.value)} /></label>
      <label className="choice"><span>to</span><input type="date" value={wish.to} onChange={e => onChange("to", e.target.value)} /></label>
    </div>
  );
}
