import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { useSettings } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { JobProgress } from "../../ui/jobs/JobProgress";
import { atWall } from "../../ui/time";
import { Wrong } from "../../ui/Wrong";
import { paceWish, usual } from "./pace";
import { PaceFields } from "./PaceFields";
import { WorkflowChoice } from "./WorkflowChoice";

/** Many contacts into one workflow, at the pace one likes; then how far it has come. */
export function BulkAdd({ contactIds, onClose, onDone }: { contactIds: string[]; onClose: () => void; onDone: () => void }) {
  const [workflowId, setWorkflow] = useState("");
  const [pace, setPace] = useState(usual);
  const [job, setJob] = useState<Api<"JobView"> | null>(null);
  const zone = useSettings().data?.timeZone;
  const start = useDeed(() => take(api.POST("/api/enrollments/bulk", { body: { workflowId, contactIds, ...paceWish(pace, local => atWall(local, zone)) } })),
    { stale: [["jobs"]], quiet: true, then: made => { setJob(made); onDone(); } });
  // As many as it began with: once they are on their way, none is chosen any more.
  const [many] = useState(() => contactIds.length === 1 ? "1 contact" : `${contactIds.length} contacts`);
  return (
    <Dialog open onClose={onClose} title={`Add ${many} to a workflow`} about={job ? "You can close this: it goes on by itself, and Operations shows it under Jobs." : undefined}>
      {job ? <><JobProgress id={job.id} /><div className="dialog-foot"><Button look="main" onClick={onClose}>Close</Button></div></> : (
        <form onSubmit={e => { e.preventDefault(); start.mutate(); }}>
          <WorkflowChoice value={workflowId} onChange={setWorkflow} />
          <PaceFields pace={pace} onChange={setPace} count={contactIds.length} />
          <Wrong error={start.error} />
          <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={!workflowId || start.isPending || (pace.how === "drip" && pace.days.length === 0)}>Add {many}</Button></div>
        </form>
      )}
    </Dialog>
  );
}
