import { useState } from "react";
import type { Api } from "../../api/client";
import { createRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { CopyText } from "../../ui/CopyText";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Tick } from "../../ui/Tick";
import { Wrong } from "../../ui/Wrong";

export const scopes: [string, string][] = [
  ["workflows:read", "See workflows"], ["workflows:write", "Edit drafts"], ["workflows:publish", "Publish workflows"], ["contacts:read", "See contacts, messages and tasks"], ["contacts:write", "Change contacts and tasks"],
  ["events:write", "Send events"], ["enrollments:read", "See who is in which workflow"], ["enrollments:write", "Add contacts to workflows"], ["operate", "Retry, skip, move, stop"], ["audit:read", "Read the audit log"], ["settings:write", "Change settings, connections and keys"], ["reveal", "See what is hidden (each time is in the audit log)"],
];

export function NewKey({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [secret, setSecret] = useState<string | null>(null);
  const make = useDeed(() => createRecord<Api<"KeyView">>("/api/keys", { name, scopes: chosen }), { stale: [["keys"]], quiet: true, then: made => setSecret(made.secret ?? "") });
  if (secret !== null) return (
    <Dialog open onClose={onClose} title="Here is the key" about="It is shown this once and kept nowhere in readable form. Copy it now.">
      <p><CopyText label="the key" text={secret} /></p>
      <div className="dialog-foot"><Button look="main" onClick={onClose}>I have copied it</Button></div>
    </Dialog>
  );
  return (
    <Dialog open onClose={onClose} title="New API key">
      <form onSubmit={e => { e.preventDefault(); make.mutate(); }}>
        <Field label="Name" help="What it is for, such as “Website”."><input value={name} onChange={e => setName(e.target.value)} required autoFocus /></Field>
        <fieldset className="plain-set"><legend>What it may do</legend>{scopes.map(([scope, label]) => <Tick key={scope} label={label} help={scope} checked={chosen.includes(scope)} onChange={e => setChosen(e.target.checked ? [...chosen, scope] : chosen.filter(one => one !== scope))} />)}</fieldset>
        <Wrong error={make.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={make.isPending || !name.trim() || chosen.length === 0}>Make the key</Button></div>
      </form>
    </Dialog>
  );
}
