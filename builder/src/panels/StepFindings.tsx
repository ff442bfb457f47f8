import { focusPanel } from "../canvas/SideFocus";
import { useBuilder } from "../canvas/store";
import { useShallow } from "zustand/react/shallow";

/** What was found about this step as a whole; what is about one field stands at the field. */
export function StepFindings({ id }: { id: string }) {
  const findings = useBuilder(useShallow(s => s.findings.filter(f => f.stepId === id)));
  if (findings.length === 0) return null;
  return (
    <ul className="step-findings" aria-label="Findings">
      {findings.map((f, at) => <li key={at} className={f.severity}><button type="button" onClick={() => focusPanel(f.pointer)}>{f.message}</button></li>)}
    </ul>
  );
}
