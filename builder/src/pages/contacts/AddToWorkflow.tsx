import { useState } from "react";
import { useNavigate } from "react-router";
import { ApiError, api, take, type Api } from "../../api/client";
import { contactName, nameIn, useSettings, useWorkflows } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { atWall, dayAndTime, whoseClock } from "../../ui/time";
import { Wrong } from "../../ui/Wrong";
import { WhyNot } from "./WhyNot";
import { WorkflowChoice } from "./WorkflowChoice";

/** Workflow, start time, confirm. */
export function AddToWorkflow({ contact, onClose }: { contact: Api<"Contact">; onClose: () => void }) {
  const [workflowId, setWorkflow] = useState("");
  const [later, setLater] = useState(false);
  const [at, setAt] = useState("");
  const [why, setWhy] = useState(false);
  const [zone, workflows, go] = [useSettings().data?.timeZone, useWorkflows(), useNavigate()];
  const startAt = later && at ? atWall(at, zone) : null;
  const add = useDeed(() => take(api.POST("/api/contacts/{id}/enrollments", { params: { path: { id: contact.id! } }, body: { workflowId, startAt } })),
    { stale: [["enrollments"], ["contacts"]], said: `${contactName(contact)} is in “${nameIn(workflows, workflowId)}”${startAt ? `, from ${dayAndTime(startAt, zone)}` : ""}.`, quiet: true, then: () => { onClose(); void go(`/contacts/${contact.id}/automation`); } });
  if (why) return <WhyNot contact={contact} workflowId={workflowId} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title="Add to Workflow" about={<>Let <strong>{contactName(contact)}</strong> into a workflow by hand.</>}>
      <form onSubmit={e => { e.preventDefault(); add.mutate(); }}>
        <WorkflowChoice value={workflowId} onChange={id => { setWorkflow(id); add.reset(); }} />
        <fieldset className="plain-set">
          <legend>Start</legend>
          <div className="pills">
            <label><input type="radio" name="start" checked={!later} onChange={() => setLater(false)} />Now</label>
            <label><input type="radio" name="start" checked={later} onChange={() => setLater(true)} />Later</label>
          </div>
          {later && <Field label="Start time" help={whoseClock(zone)}><input type="datetime-local" value={at} onChange={e => setAt(e.target.value)} required /></Field>}
        </fieldset>
        <Wrong error={add.error} />
        <div className="dialog-foot">
          {add.error instanceof ApiError && add.error.status > 0 && <Button look="bare" onClick={() => setWhy(true)}>Why?</Button>}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" type="submit" disabled={!workflowId || add.isPending || (later && !at)}>{later ? "Add at this time" : "Add now"}</Button>
        </div>
      </form>
    </Dialog>
  );
}
