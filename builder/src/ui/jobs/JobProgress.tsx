import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Pause, Play, X } from "lucide-react";
import { useEffect, useState } from "react";
import { api, take } from "../../api/client";
import { useDeed } from "../../api/useDeed";
import { Button } from "../Button";
import { ConfirmDialog } from "../ConfirmDialog";
import { Loaded } from "../Loaded";
import { Progress } from "../Progress";
import { Status } from "../status";
import { When } from "../When";
import { JobResults } from "./JobResults";
import "./jobs.css";

/** How far a job has come, with what can be done with it; looks again while it runs. */
export function JobProgress({ id }: { id: string }) {
  const [sure, setSure] = useState(false);
  const job = useQuery({
    queryKey: ["jobs", id], queryFn: () => take(api.GET("/api/jobs/{id}", { params: { path: { id } } })),
    refetchInterval: query => query.state.data && ["done", "cancelled"].includes(query.state.data.status) ? false : 1_000,
  });
  const deed = useDeed((what: "pause" | "resume" | "cancel") => take(api.POST(`/api/jobs/{id}/${what}`, { params: { path: { id } } })), { stale: [["jobs"]], then: () => setSure(false) });
  const [queries, over] = [useQueryClient(), job.data?.status === "done"];
  // What it was done to stands elsewhere now.
  useEffect(() => { if (over) for (const queryKey of [["enrollments"], ["workflows"]]) void queries.invalidateQueries({ queryKey }); }, [over, queries]);
  if (!job.data) return <Loaded query={job}>{() => null}</Loaded>;
  const { status, processed, total, succeeded, refused, nextAt } = job.data;
  const live = status === "running" || status === "paused";
  return (
    <div className="job">
      <div className="row"><Status of="job" is={status} /><span className="grow" role="status">{processed} of {total ?? "…"}{refused > 0 && `, ${refused} not done`}{status === "done" && `: ${succeeded} done`}</span>
        {status === "running" && <Button small onClick={() => deed.mutate("pause")}><Pause size={14} aria-hidden /> Pause</Button>}
        {status === "paused" && <Button small onClick={() => deed.mutate("resume")}><Play size={14} aria-hidden /> Resume</Button>}
        {live && <Button small look="danger" onClick={() => setSure(true)}><X size={14} aria-hidden /> Cancel</Button>}
      </div>
      <Progress label="Progress of the job" value={processed} of={total ?? null} />
      {status === "running" && nextAt && <p className="quiet">Goes on <When at={nextAt} ago />.</p>}
      {processed > 0 && <JobResults id={id} done={processed} />}
      <ConfirmDialog open={sure} onClose={() => setSure(false)} onConfirm={() => deed.mutate("cancel")} busy={deed.isPending} title="Cancel this job?" confirm="Cancel the job" keep="Let it go on">
        <p>What is done stays done. The rest is left as it is.</p>
      </ConfirmDialog>
    </div>
  );
}
