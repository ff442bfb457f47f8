import { useState } from "react";
import { useStepTitle, useVersionSteps } from "../../api/steps";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { deeds, type Deed } from "./deeds";

const meaning: Partial<Record<Deed, string>> = {
  stop: "What was sent stays sent; nothing more comes from it. It cannot be taken up again.",
  skip: "The step is left out, and it goes on with the next one.",
  move: "It leaves the step it is at and goes on at the one you choose.",
  retry: "The failed step is tried again.",
};

/** Asks before it is done, with a reason for the record and, for a move, where to. */
export function DeedDialog({ deed, count, workflowId, version, busy, onClose, onGo }:
  { deed: Deed; count: number | null; workflowId: string; version: number | undefined; busy: boolean; onClose: () => void; onGo: (reason: string, stepId?: string) => void }) {
  const [reason, setReason] = useState("");
  const [step, setStep] = useState("");
  const steps = useVersionSteps(deed === "move" ? workflowId : undefined, version);
  const title = useStepTitle();
  const whom = count === null ? "all that fit the filters" : count === 1 ? "" : `${count} enrollments`;
  return (
    <Dialog open onClose={onClose} title={`${deeds[deed][0]}${whom ? `: ${whom}` : ""}?`} about={meaning[deed]}>
      <form onSubmit={e => { e.preventDefault(); onGo(reason.trim(), step || undefined); }}>
        {deed === "move" && <Field label="To which step"><select value={step} onChange={e => setStep(e.target.value)} required><option value="">Choose…</option>{Object.entries(steps.data ?? {}).map(([id, one]) => <option key={id} value={id}>{title(one)}</option>)}</select></Field>}
        <Field label="Reason" optional help="It is kept in the audit log."><input value={reason} onChange={e => setReason(e.target.value)} maxLength={500} autoFocus /></Field>
        <div className="dialog-foot"><Button onClick={onClose}>Leave it</Button><Button look={deed === "stop" ? "danger" : "main"} type="submit" disabled={busy || (deed === "move" && !step)}>{deeds[deed][0]}</Button></div>
      </form>
    </Dialog>
  );
}
