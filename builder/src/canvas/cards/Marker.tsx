import { CircleAlert, Lightbulb, TriangleAlert } from "lucide-react";
import { memo } from "react";
import { stepKey, useBuilderStore } from "../store";

/** What is wrong with a step, on the step itself. `findings`: a line each, the first letter its severity. */
export const Marker = memo(function Marker({ findings, id }: { findings: string; id: string }) {
  const builder = useBuilderStore();
  if (!findings) return null;
  const lines = findings.split("\n");
  const worst = lines.some(l => l[0] === "e") ? "error" : lines.some(l => l[0] === "w") ? "warning" : "hint";
  const Icon = worst === "error" ? CircleAlert : worst === "warning" ? TriangleAlert : Lightbulb;
  const words = lines.map(l => l.slice(2)).join(" ");
  return (
    <button type="button" className={`marker nodrag ${worst}`} tabIndex={-1} title={words} aria-label={`${lines.length} ${lines.length === 1 ? "finding" : "findings"}: show`}
      onClick={event => {
        event.stopPropagation();
        const first = builder.getState().findings.find(f => f.stepId === id);
        builder.getState().open(stepKey(id), first?.pointer ?? null);
      }}>
      <Icon size={16} aria-hidden /><span id={`f-${id}`} className="hidden">{words}</span>
    </button>
  );
});
