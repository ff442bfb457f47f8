import { useState } from "react";
import type { Api } from "../../api/client";
import { useTriggers } from "../../api/lists";
import { atApi } from "../../api/place";
import { createRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { CopyText } from "../../ui/CopyText";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";
import { proofs } from "./proofs";

const byCategory = (all: readonly Api<"TriggerDescriptor">[]) => [...new Set(all.map(one => one.category))].sort().map(category => [category, all.filter(one => one.category === category)] as const);

export function NewHook({ onClose }: { onClose: () => void }) {
  const [wish, setWish] = useState({ name: "", eventType: "form.submitted", verification: "token" });
  const [made, setMade] = useState<Api<"HookView"> | null>(null);
  const triggers = useTriggers();
  const make = useDeed(() => createRecord<Api<"HookView">>("/api/hooks", wish), { stale: [["hooks"]], quiet: true, then: setMade });
  if (made) return (
    <Dialog open onClose={onClose} title="Here is its address" about={made.secret ? "Paste both into the other system. The secret is shown this once." : "Paste it into the other system. Then click the connection in the list: a sample sent to it shows what is understood."}>
      <Field label="Address"><span><CopyText label="the address" text={atApi(made.path)} /></span></Field>
      {made.secret && <Field label="Secret"><span><CopyText label="the secret" text={made.secret} /></span></Field>}
      <div className="dialog-foot"><Button look="main" onClick={onClose}>I have copied it</Button></div>
    </Dialog>
  );
  return (
    <Dialog open onClose={onClose} title="New connection">
      <form onSubmit={e => { e.preventDefault(); make.mutate(); }}>
        <Field label="Name"><input value={wish.name} onChange={e => setWish({ ...wish, name: e.target.value })} required autoFocus placeholder="Booking system" /></Field>
        <Field label="A call means"><select value={wish.eventType} onChange={e => setWish({ ...wish, eventType: e.target.value })}>{byCategory(triggers.data ?? []).map(([category, some]) => <optgroup key={category} label={category}>{some.map(one => <option key={one.type} value={one.type}>{one.label}</option>)}</optgroup>)}</select></Field>
        <Field label="How the other system proves itself" help="Without a proof, whoever knows the address can post."><select value={wish.verification} onChange={e => setWish({ ...wish, verification: e.target.value })}>{proofs.map(([key, label]) => <option key={key} value={key}>{label}</option>)}</select></Field>
        <Wrong error={make.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={make.isPending || !wish.name.trim()}>Make its address</Button></div>
      </form>
    </Dialog>
  );
}
