import { RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { atApi } from "../../api/place";
import { changeRecord, removeRecord, rotateHook } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { CopyText } from "../../ui/CopyText";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Tick } from "../../ui/Tick";
import { Wrong } from "../../ui/Wrong";
import { HookTrial } from "./HookTrial";
import { PairsInput } from "./PairsInput";
import { leaves } from "./leaves";

/** One connection: its address and secret, what came last, and which part of it is which fact. */
export function HookDialog({ hook, onClose }: { hook: Api<"HookView">; onClose: () => void }) {
  const [wish, setWish] = useState({ name: hook.name, enabled: hook.enabled, mapping: hook.mapping, constants: hook.constants });
  const [asked, setAsked] = useState<"rotate" | "delete" | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const stale = [["hooks"]];
  const save = useDeed(() => changeRecord("/api/hooks", hook.id, wish), { stale, said: "Saved.", quiet: true, then: onClose });
  const rotate = useDeed(() => rotateHook<Api<"HookView">>(hook.id), { stale, then: made => { setSecret(made.secret ?? null); setAsked(null); } });
  const remove = useDeed(() => removeRecord("/api/hooks", hook.id), { stale, said: "Deleted.", then: onClose });
  const [whole, setWhole] = useState<unknown>(null);
  const reveal = useDeed(() => take(api.GET("/api/hooks/{id}", { params: { path: { id: hook.id }, query: { reveal: "true" } } })), { stale: [], quiet: true, then: read => setWhole(read.lastSample) });
  const sample = whole ?? hook.lastSample;
  return (
    <Dialog open onClose={onClose} title={hook.name} wide>
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        <div className="two"><Field label="Name"><input value={wish.name} required onChange={e => setWish({ ...wish, name: e.target.value })} /></Field><Tick label="It takes calls" checked={wish.enabled} onChange={e => setWish({ ...wish, enabled: e.target.checked })} /></div>
        <p className="row"><CopyText label="the address" text={atApi(hook.path)} /></p>
        {secret && <p className="new-secret" role="status">The new secret, shown this once: <CopyText label="the secret" text={secret} /></p>}
        <div className="hook-parts">
          <div><h3>What came last</h3>{sample ? <pre className="wire" tabIndex={0}>{JSON.stringify(sample, null, 2)}</pre> : <p className="quiet">Nothing yet. Send a call from the other system, or try one here.</p>}
            {!!sample && !whole && <Button small disabled={reveal.isPending} onClick={() => reveal.mutate()}>Show what is hidden</Button>}<Wrong error={reveal.error} /></div>
          <div>
            <PairsInput label="Which part is which fact" from="Fact, such as contact.email" to="Part of the call" suggestions={leaves(hook.lastSample)} value={wish.mapping} onChange={mapping => setWish({ ...wish, mapping })} />
            <PairsInput label="Always the same" from="Fact" to="Value" value={wish.constants} onChange={constants => setWish({ ...wish, constants })} />
          </div>
        </div>
        <HookTrial hook={hook} />
        <Wrong error={save.error} />
        <div className="dialog-foot">
          <Button look="danger" onClick={() => setAsked("delete")}><Trash2 size={15} aria-hidden /> Delete</Button>
          {hook.verification !== "none" && <Button onClick={() => setAsked("rotate")}><RotateCw size={15} aria-hidden /> New secret</Button>}
          <Button look="main" type="submit" disabled={save.isPending}>Save</Button>
        </div>
      </form>
      <ConfirmDialog open={asked === "rotate"} onClose={() => setAsked(null)} onConfirm={() => rotate.mutate()} busy={rotate.isPending} title="Make a new secret?" confirm="Make a new secret" keep="Keep the old one"><p>The one before stays valid until the next change, so that the other system can be changed over without losing a call.</p></ConfirmDialog>
      <ConfirmDialog open={asked === "delete"} onClose={() => setAsked(null)} onConfirm={() => remove.mutate()} busy={remove.isPending} title={`Delete “${hook.name}”?`} confirm="Delete"><p>Calls to its address are refused from now on, and the address never comes back.</p></ConfirmDialog>
    </Dialog>
  );
}
