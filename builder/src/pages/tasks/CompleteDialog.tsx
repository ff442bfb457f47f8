import { useState } from "react";
import { ApiError, type Api } from "../../api/client";
import { changeRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";
import "./tasks.css";

const words = { done: ["Complete", "Completed."], approved: ["Approve", "Approved."], rejected: ["Reject", "Rejected."] } as const;
const ways: Record<string, string[]> = { call: ["done", "reached", "no answer", "voicemail", "wrong number"], sms: ["done", "not sent"] };

/** How it went, in the team's own words. */
export function CompleteDialog({ task, how, onClose }: { task: Api<"WorkTask">; how: keyof typeof words; onClose: () => void }) {
  const [result, setResult] = useState<string>(how);
  const [note, setNote] = useState("");
  const [text, setText] = useState(task.text ?? "");
  const [verb, said] = words[how];
  const choices = how === "done" ? ways[task.kind ?? ""] : undefined;
  const edits = how === "approved" && !!task.text;
  const save = useDeed(() => changeRecord("/api/tasks", task.id!, { result, ...(note.trim() ? { resultNote: note.trim() } : {}), ...(edits && text !== task.text ? { text } : {}) }), { stale: [["tasks"], ["enrollments"], ["contacts"]], said: task.effectId ? `${said} The contact goes on.` : said, quiet: true, then: onClose });
  return (
    <Dialog open onClose={onClose} title={`${verb}: ${task.title}`} about={task.script && how !== "rejected" ? task.script : undefined}>
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        {choices && <Field label="How did it go?"><select value={result} onChange={e => setResult(e.target.value)}>{choices.map(one => <option key={one} value={one}>{one[0]!.toUpperCase() + one.slice(1)}</option>)}</select></Field>}
        {edits && <Field label="Text" help={text === task.text ? "Read it before you approve. You can change it here; it goes on as it stands." : "You have changed it. It goes on as it stands here."}
          error={save.error instanceof ApiError ? save.error.at("/text") : undefined}><textarea className="approved-text" rows={9} maxLength={10_000} required value={text} onChange={e => setText(e.target.value)} autoFocus /></Field>}
        {how === "rejected" && task.text && <blockquote className="task-text">{task.text}</blockquote>}
        <Field label={how === "rejected" ? "Why" : "Note"} optional><textarea rows={edits ? 2 : 3} maxLength={5000} value={note} onChange={e => setNote(e.target.value)} autoFocus={!edits} /></Field>
        <Wrong error={save.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look={how === "rejected" ? "danger" : "main"} type="submit" disabled={save.isPending}>{verb}</Button></div>
      </form>
    </Dialog>
  );
}
