import { useState } from "react";
import { useSettings, useUsers } from "../../api/lists";
import { createRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { atWall, whoseClock } from "../../ui/time";
import { Wrong } from "../../ui/Wrong";

export function NewTask({ contactId, onClose }: { contactId?: string; onClose: () => void }) {
  const [wish, setWish] = useState({ title: "", description: "", assignedTo: "", due: "" });
  const [users, zone] = [useUsers(), useSettings().data?.timeZone];
  const set = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
  const save = useDeed(() => createRecord("/api/tasks", { title: wish.title, description: wish.description || null, assignedTo: wish.assignedTo || null, dueAt: wish.due ? atWall(wish.due, zone) : null, contactId: contactId ?? null }),
    { stale: [["tasks"]], said: "On the list.", quiet: true, then: onClose });
  return (
    <Dialog open onClose={onClose} title="New task">
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        <Field label="What is to be done"><input value={wish.title} onChange={e => set({ title: e.target.value })} required maxLength={300} autoFocus /></Field>
        <Field label="Details" optional><textarea rows={2} value={wish.description} onChange={e => set({ description: e.target.value })} /></Field>
        <Field label="For"><select value={wish.assignedTo} onChange={e => set({ assignedTo: e.target.value })}><option value="">Whoever sees it first</option>{users.data?.map(user => <option key={user.id} value={user.id}>{user.name}</option>)}</select></Field>
        <Field label="Due" optional help={whoseClock(zone)}><input type="datetime-local" value={wish.due} onChange={e => set({ due: e.target.value })} /></Field>
        <Wrong error={save.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending || !wish.title.trim()}>Put it on the list</Button></div>
      </form>
    </Dialog>
  );
}
