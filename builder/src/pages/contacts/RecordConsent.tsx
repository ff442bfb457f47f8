import { useState } from "react";
import { api, take } from "../../api/client";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";

export function RecordConsent({ id, onClose }: { id: string; onClose: () => void }) {
  const [wish, setWish] = useState({ channel: "sms", purpose: "marketing", granted: "yes", source: "front desk", text: "" });
  const save = useDeed(() => take(api.POST("/api/contacts/{id}/consents", { params: { path: { id } }, body: { ...wish, text: wish.text || null, granted: wish.granted === "yes" } })),
    { stale: [["contacts"]], said: "Recorded.", quiet: true, then: onClose });
  const set = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
  return (
    <Dialog open onClose={onClose} title="Record a consent" about="As the patient said it. What is recorded stays on record; the last answer counts.">
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        <div className="two">
          <Field label="By"><select value={wish.channel} onChange={e => set({ channel: e.target.value })}><option value="sms">Text</option><option value="email">Email</option><option value="call">Call</option></select></Field>
          <Field label="For"><select value={wish.purpose} onChange={e => set({ purpose: e.target.value })}><option value="marketing">Offers and news</option><option value="care">Visits and treatment</option></select></Field>
          <Field label="Answer"><select value={wish.granted} onChange={e => set({ granted: e.target.value })}><option value="yes">Agreed</option><option value="no">Refused or withdrawn</option></select></Field>
          <Field label="Where it was said"><input value={wish.source} onChange={e => set({ source: e.target.value })} required /></Field>
        </div>
        <Field label="The words agreed to" optional><textarea value={wish.text} onChange={e => set({ text: e.target.value })} rows={2} /></Field>
        <Wrong error={save.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending}>Record</Button></div>
      </form>
    </Dialog>
  );
}
