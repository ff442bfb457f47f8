import { useQueries } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { api, take, type Api } from "../../api/client";
import { useWorkflows } from "../../api/lists";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { Section } from "../../ui/Section";
import { ReviewOf } from "./ReviewOf";

const every = 15_000;

/** What somebody should look at, workflow by workflow: what failed, and what names something that is gone. */
export const Review = () => <Loaded query={useWorkflows(every)}>{all => <Reviews workflows={all.filter(one => one.version > 0 && (one.needsReview || (one.figures?.failing ?? 0) > 0))} />}</Loaded>;

/** Those of which the list says that something is the matter. */
function Reviews({ workflows }: { workflows: Api<"WorkflowView">[] }) {
  const reviews = useQueries({ queries: workflows.map(one => ({ queryKey: ["workflows", one.id, "review"], queryFn: () => take(api.GET("/api/workflows/{id}/review", { params: { path: { id: one.id } } })), refetchInterval: every })) });
  const shown = workflows.map((workflow, at) => ({ workflow, query: reviews[at]! })).filter(({ query: { data } }) => !data || Number(data.failedCount) > 0 || (data.references && !data.references.acknowledgedAt));
  if (shown.length === 0) return <Empty icon={<ShieldCheck />} title="Nothing to review">Nothing failed, and every workflow finds what it names.</Empty>;
  if (shown.every(({ query }) => query.isPending)) return <p className="quiet" role="status">Loading…</p>;
  return shown.map(({ workflow, query }) => query.data ? <ReviewOf key={workflow.id} workflow={workflow} review={query.data} />
    : query.isError && (
      <Section key={workflow.id} title={workflow.name}>
        <p role="alert" className="error-text">What is to be looked at here could not be read: {query.error.message}</p>
        <p><Button small disabled={query.isFetching} onClick={() => void query.refetch()}>Try again</Button></p>
      </Section>
    ));
}
