import { useState } from "react";
import { ApiError } from "../../api/client";
import { changeRecord, createRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Wrong } from "../../ui/Wrong";
import { AskInput } from "./AskInput";
import type { RecordKind, Values } from "./recordKinds";

export function RecordDialog({ kind, record, onClose }: { kind: RecordKind; record: Values; onClose: () => void }) {
  const [values, setValues] = useState<Values>(record);
  const asks = kind.asks.filter(ask => ask.when?.(values) !== false);
  const save = useDeed(() => {
    const clean = (value: unknown) => typeof value === "string" ? value.trim() || null : value ?? null;
    // Only what was changed is sent, so that nothing of somebody else's is undone.
    const body = Object.fromEntries(asks.map(ask => [ask.key, clean(values[ask.key])] as const).filter(([key, value]) => record.id ? JSON.stringify(value) !== JSON.stringify(clean(record[key])) : value !== null));
    return record.id ? changeRecord(kind.path, record.id, body) : createRecord(kind.path, body);
  }, { stale: [[kind.path.replace("/api/", "")]], said: "Saved.", quiet: true, then: onClose });
  return (
    <Dialog open onClose={onClose} title={record.id ? `Edit the ${kind.one}` : `New ${kind.one}`}>
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        {asks.map(ask => <AskInput key={ask.key} ask={ask} value={values[ask.key]} disabled={!!ask.fixed && !!record.id} error={save.error instanceof ApiError ? save.error.at(`/${ask.key}`) : undefined} onChange={value => setValues(now => ({ ...now, [ask.key]: value }))} />)}
        <Wrong error={save.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending}>Save</Button></div>
      </form>
    </Dialog>
  );
}
