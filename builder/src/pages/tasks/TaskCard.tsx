import { CircleCheck, MessageSquare, Phone, ShieldQuestion, SquareCheck } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { Api } from "../../api/client";
import { nameIn, useUsers } from "../../api/lists";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { ContactLink } from "../../ui/ContactLink";
import { When } from "../../ui/When";
import { CompleteDialog } from "./CompleteDialog";
import "./tasks.css";

const kinds = { task: [SquareCheck, "Task"], call: [Phone, "Call"], sms: [MessageSquare, "Text by hand"], approval: [ShieldQuestion, "Approval"] } as const;
const ends: Record<string, "danger" | "warning"> = { rejected: "danger", expired: "warning" };
const resultWords = (given: string | null | undefined) => given === "expired" ? "Nobody did it in time" : (given || "done").replace(/^./, first => first.toUpperCase());

export function TaskCard({ task, overdue, noContact }: { task: Api<"WorkTask">; overdue?: boolean; noContact?: boolean }) {
  const [asked, setAsked] = useState<"done" | "approved" | "rejected" | null>(null);
  const users = useUsers();
  const [Icon, label] = kinds[(task.kind ?? "task") as keyof typeof kinds] ?? kinds.task;
  return (
    <li className={overdue ? "task overdue" : "task"}>
      <span className={`task-icon for-${task.kind ?? "task"}`} aria-hidden>{task.completedAt ? <CircleCheck size={18} /> : <Icon size={18} />}</span>
      <div className="grow">
        <strong>{task.title}</strong>
        <p className="task-facts">
          <span>{label}</span>
          {!noContact && task.contactId && <ContactLink id={task.contactId} />}
          {task.dueAt && !task.completedAt && <span className={overdue ? "late" : ""}>{overdue ? "Was due " : "Due "}<When at={task.dueAt} /></span>}
          {task.assignedTo && <span>{nameIn(users, task.assignedTo)}</span>}
          {task.effectId && !task.completedAt && <Badge kind="info">A workflow waits</Badge>}
          {task.completedAt && <><Badge kind={ends[task.result ?? ""] ?? "good"}>{resultWords(task.result)}</Badge><When at={task.completedAt} /></>}
        </p>
        {task.description && <p className="task-words">{task.description}</p>}
        {task.script && <details><summary>{task.kind === "call" ? "What to say" : task.kind === "sms" ? "What to send" : "Details"}</summary><p className="task-words">{task.script}</p></details>}
        {task.text && <details><summary>{task.result === "approved" ? "The approved text" : "The text"}</summary><blockquote className="task-text">{task.text}</blockquote></details>}
        {task.resultNote && <p className="task-words">“{task.resultNote}”</p>}
      </div>
      {!task.completedAt && <div className="row">
        {task.contactId && task.kind === "sms" && <Link className="button small" to={`/conversations/${task.contactId}`}>Open</Link>}
        {task.kind === "approval" ? <>
          <Button small onClick={() => setAsked("rejected")} aria-label={`Reject: ${task.title}`}>Reject</Button>
          <Button small look="main" onClick={() => setAsked("approved")} aria-label={`Approve: ${task.title}`}>Approve</Button>
        </> : <Button small onClick={() => setAsked("done")} aria-label={`Complete: ${task.title}`}>Complete</Button>}
      </div>}
      {asked && <CompleteDialog task={task} how={asked} onClose={() => setAsked(null)} />}
    </li>
  );
}
