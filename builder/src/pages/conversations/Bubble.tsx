import { Link } from "react-router";
import { Check, CheckCheck, CircleHelp, Clock, X } from "lucide-react";
import type { Api } from "../../api/client";
import { useWorkflows } from "../../api/lists";
import { words } from "../../ui/codes";
import { EmailFrame } from "../../ui/EmailFrame";
import { states } from "../../ui/status";
import { clockTime } from "../../ui/time";

const signs = { sending: Clock, sent: Check, delivered: CheckCheck, failed: X, unknown: CircleHelp, received: null };
const channels: Record<string, string> = { sms: "Text", email: "Email", inapp: "Notice" };

/** One message as it looked to the contact, with what became of it. */
export function Bubble({ message, zone }: { message: Api<"Message">; zone: string | undefined }) {
  const Sign = signs[message.status];
  const out = message.direction === "out";
  return (
    <li className={`bubble ${out ? "out" : "in"} ${message.channel === "email" ? "email" : ""} ${message.status}`}>
      <div className="bubble-body">
        {message.subject && <strong className="bubble-subject">{message.subject}</strong>}
        {message.channel === "email" && message.html ? <EmailFrame html={message.html} title={`Email: ${message.subject ?? ""}`} pictures={out} /> : <p>{message.text}</p>}
      </div>
      <small>
        {channels[message.channel] ?? message.channel}, <time dateTime={message.at}>{clockTime(message.at!, zone)}</time>
        {out && <span className="bubble-status">{Sign && <Sign size={13} aria-hidden />} {states.message[message.status][0]}</span>}
        {out && message.workflowId && <Sender message={message} />}
        {message.code && <span> {words(message.code)}</span>}
      </small>
    </li>
  );
}

/** Why the contact got it: the workflow, with the contact's way through it. */
function Sender({ message }: { message: Api<"Message"> }) {
  const name = useWorkflows().data?.find(one => one.id === message.workflowId)?.name;
  return <Link className="bubble-sender" to={`/workflows/${message.workflowId}${message.enrollmentId ? `?enrollment=${message.enrollmentId}` : ""}`}>by {name ?? "a workflow"}</Link>;
}
