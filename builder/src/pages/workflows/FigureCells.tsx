import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Badge } from "../../ui/Badge";
import { api, take, type Api } from "../../api/client";
import { figuresOf, type ListedWorkflow, type ListFigures } from "../../api/pendingPages";

/** The figures of one row: from the list, or asked for row by row while the list does not bring them. */
export function FigureCells({ view }: { view: Api<"WorkflowView"> }) {
  const brought = figuresOf(view);
  const asked = useQuery({
    queryKey: ["workflows", view.id, "figures"],
    queryFn: () => read(view.id),
    enabled: !brought && view.version > 0,
    staleTime: 20_000,
  });
  const figures = brought ?? asked.data ?? (view.version === 0 ? { inIt: 0, entered: 0, finished: 0, failing: 0 } : undefined);
  const operations = `/operations/enrollments?workflowId=${view.id}`;
  return <>
    <Cell value={figures?.inIt} to={`${operations}&status=live`} />
    <Cell value={figures?.entered} to={operations} />
    <Cell value={figures?.finished} to={`${operations}&status=completed`} />
    <Cell value={figures?.failing} to={`${operations}&status=failed`} bad />
    <td>{(view as ListedWorkflow).needsReview && <Link to="/operations/review"><Badge kind="warning">Look at it</Badge></Link>}</td>
  </>;
}

function Cell({ value, to, bad }: { value: number | undefined; to: string; bad?: boolean }) {
  if (!value) return <td className="number quiet">{value === undefined ? "" : "–"}</td>;
  return <td className="number"><Link to={to} className={bad ? "figure-link bad" : "figure-link"}>{value.toLocaleString("en-US")}</Link></td>;
}

async function read(id: string): Promise<ListFigures> {
  const params = { path: { id } };
  const stats = await take(api.GET("/api/workflows/{id}/stats", { params }));
  const of = (...states: Api<"EnrollmentStatus">[]) => states.reduce((sum, state) => sum + Number(stats.enrollments[state] ?? 0), 0);
  const failing = of("failed");
  const inIt = of("scheduled", "active", "waiting", "paused");
  const finished = of("completed", "exited");
  return { inIt, failing, finished, entered: inIt + failing + finished };
}
