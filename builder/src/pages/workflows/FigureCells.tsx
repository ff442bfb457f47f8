import { Link } from "react-router";
import { Badge } from "../../ui/Badge";
import type { Api } from "../../api/client";

/** How many are in a workflow now, came, left and failed. */
export function FigureCells({ view: { id, figures, needsReview } }: { view: Api<"WorkflowView"> }) {
  const operations = `/operations/enrollments?workflowId=${id}`;
  return <>
    <Cell value={figures?.inIt} to={`${operations}&status=live`} />
    <Cell value={figures?.entered} to={operations} />
    <Cell value={figures?.finished} to={`${operations}&status=completed`} />
    <Cell value={figures?.failing} to={`${operations}&status=failed`} bad />
    <td>{needsReview && <Link to="/operations/review"><Badge kind="warning">Look at it</Badge></Link>}</td>
  </>;
}

function Cell({ value, to, bad }: { value: number | undefined; to: string; bad?: boolean }) {
  if (value === undefined) return <td className="number quiet" title="Not known">?</td>;
  if (!value) return <td className="number quiet">–</td>;
  return <td className="number"><Link to={to} className={bad ? "figure-link bad" : "figure-link"}>{value.toLocaleString("en-US")}</Link></td>;
}
