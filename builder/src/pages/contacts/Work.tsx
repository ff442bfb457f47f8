import { useState } from "react";
import { api, take } from "../../api/client";
import { useNow } from "../../api/clock";
import { usePaged } from "../../api/paged";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Section } from "../../ui/Section";
import { When } from "../../ui/When";
import { TaskCard } from "../tasks/TaskCard";
import { NewTask } from "../tasks/NewTask";

/** Notes on the left, what is to be done on the right. */
export function Work({ contactId }: { contactId: string }) {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const now = useNow();
  const params = { path: { id: contactId } };
  const notes = usePaged(["contacts", contactId, "notes"], cursor => take(api.GET("/api/contacts/{id}/notes", { params: { ...params, query: { limit: "50", ...(cursor ? { cursor } : {}) } } })), 10_000);
  const tasks = usePaged(["tasks", "of", contactId], cursor => take(api.GET("/api/tasks", { params: { query: { contactId, limit: "50", ...(cursor ? { cursor } : {}) } } })), 10_000);
  const add = useDeed(() => take(api.POST("/api/contacts/{id}/notes", { params, body: { text } })), { stale: [["contacts", contactId]], then: () => setText("") });
  return (
    <div className="split">
      <Section title="Notes">
        <form onSubmit={e => { e.preventDefault(); if (text.trim()) add.mutate(); }}>
          <Field label="New note"><textarea rows={2} value={text} onChange={e => setText(e.target.value)} /></Field>
          <p><Button type="submit" small disabled={!text.trim() || add.isPending}>Add note</Button></p>
        </form>
        <Loaded query={notes}>{all => <ul className="notes">{all.map(note => <li key={note.id}><p>{note.text}</p><small className="quiet">{note.by}, <When at={note.createdAt} /></small></li>)}</ul>}</Loaded>
        <More query={notes} />
      </Section>
      <Section title="Tasks" actions={<Button small onClick={() => setAsked(true)}>New task</Button>}>
        <Loaded query={tasks}>{all => all.length === 0 ? <p className="quiet">Nothing to do.</p> : <ul className="task-list" aria-label="Tasks">{all.map(task => <TaskCard key={task.id} task={task} noContact overdue={!task.completedAt && !!task.dueAt && Date.parse(task.dueAt) < now} />)}</ul>}</Loaded>
        <More query={tasks} />
      </Section>
      {asked && <NewTask contactId={contactId} onClose={() => setAsked(false)} />}
    </div>
  );
}
