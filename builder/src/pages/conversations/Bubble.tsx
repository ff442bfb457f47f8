import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Check, CheckCheck, CircleHelp, Clock, X } from "lucide-react";
import { api, take, type Api } from "../../api/client";
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
        {message.channel === "email" && message.html ? <EmailFrame html={message.html} title={`Email: ${message.subject ?? ""}`} pictures={out} /> : <p>{message.text || (message.status === "failed" ? "Nothing was sent." : "")}</p>}
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
  const id = message.workflowId!;
  // Kept apart from the list of workflows, whose figures must not be as old as a name may be.
  const name = useQuery({ queryKey: ["workflow", id, "name"], staleTime: 60_000, retry: false, queryFn: async () => (await take(api.GET("/api/workflows/{id}", { params: { path: { id } } }))).name }).data;
  return <Link className="bubble-sender" to={`/workflows/${id}${message.enrollmentId ? `?enrollment=${message.enrollmentId}` : ""}`}>by {name ?? "a workflow"}</Link>;
}
