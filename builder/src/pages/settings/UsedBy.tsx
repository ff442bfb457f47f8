import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, take } from "../../api/client";

/** Which workflows name a record, so that one knows before it goes. */
export function UsedBy({ kind, id }: { kind: string; id: string }) {
  const uses = useQuery({ queryKey: ["references", kind, id, "uses"], gcTime: 0, queryFn: () => take(api.GET("/api/references", { params: { query: { kind, id } } })) });
  if (uses.isPending) return <p className="quiet" role="status">Looking who uses it…</p>;
  if (uses.isError) return <p className="quiet">Who uses it could not be found out.</p>;
  const items = uses.data.items;
  if (items.length === 0) return <p className="quiet">No workflow uses it.</p>;
  const workflows = [...new Map(items.map(one => [one.workflowId, one])).values()];
  return (
    <div className="used-by">
      <strong>{workflows.length === 1 ? "One workflow uses it" : `${workflows.length} workflows use it`}</strong>
      <ul>{workflows.map(one => <li key={one.workflowId}><Link to={`/workflows/${one.workflowId}${one.stepId ? `?step=${one.stepId}` : ""}`}>{one.workflowName}</Link> <span className="quiet">{one.words}{one.draft ? " (draft)" : ""}</span></li>)}</ul>
    </div>
  );
}
