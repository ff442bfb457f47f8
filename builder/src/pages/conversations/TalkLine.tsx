import { useQuery } from "@tanstack/react-query";
import { Mail, MessageSquare } from "lucide-react";
import { Link } from "react-router";
import { api, take } from "../../api/client";
import { contactName, useContact } from "../../api/lists";
import { Person } from "../../ui/Person";
import { When } from "../../ui/When";
import type { Talk } from "./inbox";

export function TalkLine({ talk, chosen }: { talk: Talk; chosen: boolean }) {
  const { contactId, last, unread } = talk;
  const contact = useContact(contactId);
  // The list of all messages hides what they say; the contact's own list, which is read here, does not.
  const words = useQuery({
    queryKey: ["messages", "last", contactId, last.id], staleTime: Infinity,
    queryFn: async () => (await take(api.GET("/api/contacts/{id}/messages", { params: { path: { id: contactId }, query: { limit: "5" } } }))).items.find(one => one.id === last.id) ?? null,
  });
  const name = contact.data ? contactName(contact.data) : contact.isError ? "Deleted contact" : "…";
  return (
    <li>
      <Link to={`/conversations/${contactId}`} className={unread ? "unread" : ""} aria-current={chosen ? "true" : undefined}>
        <Person name={name} />
        <span className="talk-words">
          <span className="talk-name">{name}{unread && <span className="dot"><span className="hidden"> (unread)</span></span>}</span>
          <span className="talk-last">{last.channel === "email" ? <Mail size={13} aria-label="Email" /> : <MessageSquare size={13} aria-label="Text" />} {last.direction === "out" ? "" : "↩ "}{words.data?.subject ?? words.data?.text ?? (words.isPending ? "…" : "")}</span>
        </span>
        <small><When at={last.at} ago="short" /></small>
      </Link>
    </li>
  );
}
