import { useQueries } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { api, take } from "../../api/client";
import { useWorkflows } from "../../api/lists";
import { Empty } from "../../ui/Empty";
import { ReviewOf } from "./ReviewOf";

/** What somebody should look at, workflow by workflow: what failed, and what names something that is gone. */
export function Review() {
  const workflows = (useWorkflows().data ?? []).filter(one => one.version > 0);
  const reviews = useQueries({ queries: workflows.map(one => ({ queryKey: ["workflows", one.id, "review"], queryFn: () => take(api.GET("/api/workflows/{id}/review", { params: { path: { id: one.id } } })), refetchInterval: 15_000 })) });
  const open = workflows.map((workflow, at) => ({ workflow, review: reviews[at]?.data })).filter(({ review }) => review && (Number(review.failedCount) > 0 || (review.references && !review.references.acknowledgedAt)));
  if (reviews.some(one => one.isPending)) return <p className="quiet" role="status">Loading…</p>;
  if (open.length === 0) return <Empty icon={<ShieldCheck />} title="Nothing to review">Nothing failed, and every workflow finds what it names.</Empty>;
  return open.map(({ workflow, review }) => <ReviewOf key={workflow.id} workflow={workflow} review={review!} />);
}
