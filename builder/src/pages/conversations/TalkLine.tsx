import { Mail, MessageSquare } from "lucide-react";
import { Link } from "react-router";
import { Person } from "../../ui/Person";
import { When } from "../../ui/When";
import type { Talk } from "./inbox";

export function TalkLine({ talk, chosen }: { talk: Talk; chosen: boolean }) {
  const { contactId, last, unread, name } = talk;
  return (
    <li>
      <Link to={`/conversations/${contactId}`} className={unread ? "unread" : ""} aria-current={chosen ? "true" : undefined}>
        <Person name={name} />
        <span className="talk-words">
          <span className="talk-name">{name}{unread && <span className="dot"><span className="hidden"> (unread)</span></span>}</span>
          <span className="talk-last">{last.channel === "email" ? <Mail size={13} aria-label="Email" /> : <MessageSquare size={13} aria-label="Text" />} {last.direction === "out" ? "" : "↩ "}{last.subject || last.text || (last.status === "failed" ? "Not sent" : "")}</span>
        </span>
        <small><When at={last.at} ago="short" /></small>
      </Link>
    </li>
  );
}
