import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { nameIn, useWorkflows } from "../../api/lists";
import { usePaged } from "../../api/paged";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Empty } from "../../ui/Empty";
import { JobProgress } from "../../ui/jobs/JobProgress";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Progress } from "../../ui/Progress";
import { Status } from "../../ui/status";
import { Table } from "../../ui/Table";
import { When } from "../../ui/When";

const types: Record<string, string> = { enroll: "Add to Workflow", retry: "Try again", skip: "Skip", stop: "Stop", pause: "Pause", resume: "Resume", runNow: "End the wait", move: "Move" };

/** What is done to many at once. */
export function Jobs() {
  const [open, setOpen] = useState<Api<"JobView"> | null>(null);
  const workflows = useWorkflows();
  const list = usePaged(["jobs", "list"], cursor => take(api.GET("/api/jobs", { params: { query: { limit: "50", ...(cursor ? { cursor } : {}) } } })), jobs => jobs.some(job => job.status === "running") ? 3_000 : 30_000);
  const title = (job: Api<"JobView">) => `${types[job.type] ?? job.type}: ${nameIn(workflows, job.workflowId)}`;
  return <>
    <Loaded query={list}>{rows => rows.length === 0 ? <Empty title="No jobs yet">When many contacts are added at once, it is followed here.</Empty> : (
      <Table caption="Jobs" head={["What", "Workflow", "State", "Progress", "By", "Begun", <span key="m" className="hidden">Open</span>]}>{rows.map(job => (
        <tr key={job.id}>
          <td><strong>{types[job.type] ?? job.type}</strong></td><td>{nameIn(workflows, job.workflowId)}</td><td><Status of="job" is={job.status} /></td>
          <td className="job-cell"><Progress label="Progress" value={job.processed} of={job.total ?? null} /><small className="quiet">{job.processed} of {job.total ?? "…"}{job.refused > 0 && `, ${job.refused} not done`}</small></td>
          <td className="quiet">{job.by}</td><td className="quiet nowrap"><When at={job.createdAt} ago /></td><td className="menu-cell"><Button small aria-label={`Open: ${title(job)}`} onClick={() => setOpen(job)}>Open</Button></td>
        </tr>
      ))}</Table>
    )}</Loaded>
    <More query={list} />
    {open && <Dialog open onClose={() => setOpen(null)} title={title(open)}><JobProgress id={open.id} /></Dialog>}
  </>;
}
