import { CircleX, Lightbulb, TriangleAlert } from "lucide-react";
import type { Api } from "../api/client";
import "./drafting.css";

/** What is wrong or doubtful in a definition. */
export function FindingList({ findings }: { findings: Api<"Finding">[] }) {
  if (findings.length === 0) return null;
  return (
    <div className="said">
      <h3>To look at</h3>
      <ul className="findings">{findings.map((finding, at) => (
        <li key={at} className={finding.severity}>
          {finding.severity === "error" ? <CircleX size={16} aria-label="Error" /> : finding.severity === "hint" ? <Lightbulb size={16} aria-label="Hint" /> : <TriangleAlert size={16} aria-label="Warning" />}<span>{finding.message}</span>
        </li>
      ))}</ul>
    </div>
  );
}
