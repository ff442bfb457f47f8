import { useShallow } from "zustand/react/shallow";
import { focusPanel } from "../canvas/SideFocus";
import { useBuilder } from "../canvas/store";
import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import { plainly } from "../catalogue/plainly";
import { notFilledIn } from "./check";

/** What was found about this step. That a field is empty stands at the field: above, it would push the form down and up again while one types. */
export function StepFindings({ id }: { id: string }) {
  const catalogue = useLoadedCatalogue();
  const findings = useBuilder(useShallow(s => s.findings.filter(f => f.stepId === id && f.code !== notFilledIn)));
  if (findings.length === 0) return null;
  return (
    <ul className="step-findings" aria-label="Findings">
      {findings.map((f, at) => <li key={at} className={f.severity}><button type="button" onClick={() => focusPanel(f.pointer)}>{plainly(catalogue, f.message)}</button></li>)}
    </ul>
  );
}
