import { ListChecks } from "lucide-react";
import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { nameIn, useWorkflows } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { JobProgress } from "../../ui/jobs/JobProgress";
import { Menu } from "../../ui/Menu";
import { DeedDialog } from "./DeedDialog";
import { deeds, type Deed } from "./deeds";

type Filter = Api<"JobFilter"> & { workflowId?: string };

/** One deed on many: those that are ticked, or all that fit the filters. Both within one workflow. */
export function BulkBar({ chosen, filter, onDone }: { chosen: Api<"EnrollmentView">[]; filter: Filter; onDone: () => void }) {
  const [asked, setAsked] = useState<Deed | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const workflows = useWorkflows();
  const { workflowId: filtered, ...rest } = filter;
  const of = new Set(chosen.map(one => one.workflowId));
  const workflowId = chosen.length > 0 ? (of.size === 1 ? [...of][0]! : null) : filtered ?? null;
  const run = useDeed(([deed, reason, stepId]: [Deed, string, string?]) => take(api.POST(`/api/enrollments/bulk/${deed}`, {
    body: { workflowId: workflowId!, ...(chosen.length > 0 ? { enrollmentIds: chosen.map(one => one.id) } : { filter: rest }), ...(reason ? { reason } : {}), ...(stepId ? { stepId } : {}) },
  })), { stale: [["jobs"], ["enrollments"]], then: made => { setAsked(null); setJob(made.id); onDone(); } });
  const menu = (label: string) => <Menu label={label} trigger={<Button small><ListChecks size={15} aria-hidden /> {label}</Button>} items={(Object.keys(deeds) as Deed[]).map(deed => ({ label: deeds[deed][0], danger: deed === "stop", onSelect: () => setAsked(deed) }))} />;
  return <>
    {chosen.length > 0 ? (
      <div className="bulk-bar" role="status"><strong>{chosen.length} chosen</strong>{workflowId ? menu("Do with the chosen") : <span>Choose within one workflow to act on many at once.</span>}<Button small look="bare" onClick={onDone}>Choose none</Button></div>
    ) : workflowId && <div className="row bulk-all">{menu("Do with all that fit")}<span className="quiet">in “{nameIn(workflows, workflowId)}”</span></div>}
    {asked && workflowId && <DeedDialog deed={asked} count={chosen.length || null} workflowId={workflowId} version={workflows.data?.find(one => one.id === workflowId)?.version} busy={run.isPending} onClose={() => setAsked(null)} onGo={(reason, stepId) => run.mutate([asked, reason, stepId])} />}
    {job && <Dialog open onClose={() => setJob(null)} title="Working on it" about="You can close this: it goes on by itself, and is listed under Jobs."><JobProgress id={job} /><div className="dialog-foot"><Button look="main" onClick={() => setJob(null)}>Close</Button></div></Dialog>}
  </>;
}
