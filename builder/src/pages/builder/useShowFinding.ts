import { useNavigate } from "react-router";
import { useBuilderStore, type Finding } from "../../canvas/store";

/** Opens the field that a finding is about, on whichever tab that is. */
export function useShowFinding(): (finding: Finding) => void {
  const builder = useBuilderStore();
  const navigate = useNavigate();
  return ({ pointer, stepId }) => {
    const { workflowId, history: { now }, open } = builder.getState();
    const trigger = now.triggers[Number(/^\/triggers\/(\d+)/.exec(pointer)?.[1] ?? -1)];
    const key = stepId && now.steps[stepId] ? `s:${stepId}` : trigger ? `t:${trigger.id}` : null;
    if (key) { void navigate(`/workflows/${workflowId}`); open(key, pointer); }
    else void navigate(`/workflows/${workflowId}${pointer.startsWith("/settings") ? "/settings" : ""}`);
  };
}
