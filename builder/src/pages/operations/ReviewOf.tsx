import { TriangleAlert } from "lucide-react";
import { Link } from "react-router";
import { api, take, type Api } from "../../api/client";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { EnrollmentLine } from "./EnrollmentLine";

/** What failed in a workflow, and what its published version names and is gone. */
export function ReviewOf({ workflow, review }: { workflow: Api<"WorkflowView">; review: Api<"NeedsReview"> }) {
  const leave = useDeed(() => take(api.POST("/api/workflows/{id}/review/acknowledge", { params: { path: { id: workflow.id } }, body: { reason: null } })), { stale: [["workflows"]], said: "Left as it is. It comes back when something else goes." });
  const gone = review.references && !review.references.acknowledgedAt ? review.references.findings : [];
  return (
    <Section title={workflow.name} actions={<>
      {Number(review.failedCount) > 1 && <Link className="button small" to={`/operations/enrollments?workflowId=${workflow.id}&status=failed`}>All {String(review.failedCount)} that failed</Link>}
      <Link className="button small" to={`/workflows/${workflow.id}`}>Open the workflow</Link>
    </>}>
      {gone.length > 0 && <div className="gone">
        <ul>{gone.map((finding, at) => <li key={at}><TriangleAlert size={16} aria-label="Warning" /> <span>{finding.message} <Link to={`/workflows/${workflow.id}${finding.stepId ? `?step=${finding.stepId}` : ""}`}>{finding.stepId ? "Open the step" : "Open the workflow"}</Link></span></li>)}</ul>
        <Button small disabled={leave.isPending} onClick={() => leave.mutate()}>Acknowledge</Button>
      </div>}
      {review.failed.length > 0 && <Table caption={`Failed in ${workflow.name}`} head={["Contact", "Status", "Step", "Next", "Entered", <span key="m" className="hidden">What can be done</span>]}>{review.failed.map(one => <EnrollmentLine key={one.id} enrollment={one} within />)}</Table>}
      
    </Section>
  );
}
