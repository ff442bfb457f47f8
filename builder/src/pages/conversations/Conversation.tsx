import { useQuery } from "@tanstack/react-query";
import { Archive, ArchiveRestore, ArrowLeft, Mail, MailOpen } from "lucide-react";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { api, take, takeTagged } from "../../api/client";
import { contactName, useContact } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { channelName } from "../contacts/ContactHead";
import { PlayContact } from "./PlayContact";
import { Thread } from "./Thread";

/** The thread of one contact, with what can be done with it. Opening it marks it as read. */
export function Conversation({ contactId }: { contactId: string }) {
  const params = { path: { id: contactId } };
  const contact = useContact(contactId);
  const state = useQuery({ queryKey: ["conversation", contactId], queryFn: () => take(api.GET("/api/contacts/{id}/conversation", { params })) });
  const change = useDeed(async (body: { unread?: boolean; archived?: boolean }) => {
    const { etag } = await takeTagged(api.GET("/api/contacts/{id}/conversation", { params }));
    return take(api.PATCH("/api/contacts/{id}/conversation", { params: { ...params, header: { "If-Match": etag || "*" } }, body }));
  }, { stale: [["conversation"]] });
  const opened = useRef(false);
  useEffect(() => {
    if (!state.data || opened.current) return;
    opened.current = true;
    if (state.data.unread) change.mutate({ unread: false });
  }, [state.data, change]);
  const { unread = false, archived = false } = state.data ?? {};
  return (
    <section className="conversation" aria-label={`Conversation with ${contactName(contact.data)}`}>
      <header>
        <Link to="/conversations" className="button bare small icon back" aria-label="Back to all conversations"><ArrowLeft size={18} aria-hidden /></Link>
        <h2><Link to={`/contacts/${contactId}`}>{contact.data ? contactName(contact.data) : "…"}</Link></h2>
        {contact.data?.dnd?.map(one => <Badge key={one.channel} kind="danger">No {channelName(one.channel)}</Badge>)}
        <Button small look="bare" onClick={() => change.mutate({ unread: !unread })}>{unread ? <MailOpen size={15} aria-hidden /> : <Mail size={15} aria-hidden />} {unread ? "Mark as read" : "Mark as unread"}</Button>
        <Button small look="bare" onClick={() => change.mutate({ archived: !archived })}>{archived ? <ArchiveRestore size={15} aria-hidden /> : <Archive size={15} aria-hidden />} {archived ? "Back to the inbox" : "Archive"}</Button>
      </header>
      <div className="conversation-thread" role="region" aria-label="Thread" tabIndex={0}><Thread contactId={contactId} /></div>
      <PlayContact contactId={contactId} />
    </section>
  );
}
