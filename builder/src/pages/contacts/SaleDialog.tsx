import { useState } from "react";
import type { Api } from "../../api/client";
import { createRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";

export function SaleDialog({ contactId, pipelines, onClose }: { contactId: string; pipelines: Api<"Pipeline">[]; onClose: () => void }) {
  const [wish, setWish] = useState({ name: "", pipelineId: pipelines[0]?.id ?? "", stageId: pipelines[0]?.stages[0]?.id ?? "", value: "" });
  const stages = pipelines.find(one => one.id === wish.pipelineId)?.stages ?? [];
  const save = useDeed(() => createRecord("/api/opportunities", { contactId, ...wish, value: wish.value === "" ? null : Number(wish.value) }), { stale: [["opportunities"], ["enrollments"], ["contacts"]], said: "It is on the list.", quiet: true, then: onClose });
  return (
    <Dialog open onClose={onClose} title="New opportunity">
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        <Field label="Name"><input value={wish.name} onChange={e => setWish({ ...wish, name: e.target.value })} required autoFocus placeholder="Laser package" /></Field>
        <div className="two">
          <Field label="Pipeline"><select value={wish.pipelineId} onChange={e => setWish({ ...wish, pipelineId: e.target.value, stageId: pipelines.find(one => one.id === e.target.value)?.stages[0]?.id ?? "" })}>{pipelines.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</select></Field>
          <Field label="Stage"><select value={wish.stageId} onChange={e => setWish({ ...wish, stageId: e.target.value })}>{stages.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</select></Field>
        </div>
        <Field label="Value" optional><input type="number" min={0} step="0.01" value={wish.value} onChange={e => setWish({ ...wish, value: e.target.value })} /></Field>
        <Wrong error={save.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending || !wish.name.trim()}>Add it</Button></div>
      </form>
    </Dialog>
  );
}
