import { useQuery } from "@tanstack/react-query";
import { Archive, ArchiveRestore, ArrowLeft, Mail, MailOpen } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Link } from "react-router";
import { api, take, takeTagged } from "../../api/client";
import { contactName, useContact } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { channelName } from "../contacts/ContactHead";
import { PlayContact } from "./PlayContact";
import { Thread } from "./Thread";

const onLook = (again: () => void) => { document.addEventListener("visibilitychange", again); return () => document.removeEventListener("visibilitychange", again); };
const seen = () => document.visibilityState === "visible";

/** The thread of one contact, with what can be done with it. What is read while it is open and seen is marked as read. */
export function Conversation({ contactId }: { contactId: string }) {
  const params = { path: { id: contactId } };
  const contact = useContact(contactId);
  const state = useQuery({ queryKey: ["conversation", contactId], refetchInterval: 5_000, queryFn: () => take(api.GET("/api/contacts/{id}/conversation", { params })) });
  const write = async (body: { unread?: boolean; archived?: boolean }) => {
    const { etag } = await takeTagged(api.GET("/api/contacts/{id}/conversation", { params }));
    return take(api.PATCH("/api/contacts/{id}/conversation", { params: { ...params, header: { "If-Match": etag || "*" } }, body }));
  };
  const change = useDeed(write, { stale: [["conversation"]] });
  const read = useDeed(() => write({ unread: false }), { stale: [["conversation"]], quiet: true });
  // Somebody who marks it as unread wants it to stay so.
  const kept = useRef(false);
  const looking = useSyncExternalStore(onLook, seen);
  useEffect(() => {
    if (state.data?.unread && looking && !kept.current && !read.isPending) read.mutate();
    // Each time it was asked for: another reply may have come while the last one was being marked.
  }, [state.data, state.dataUpdatedAt, looking]);
  const { unread = false, archived = false } = state.data ?? {};
  return (
    <section className="conversation" aria-label={`Conversation with ${contactName(contact.data)}`}>
      <header>
        <Link to="/conversations" className="button bare small icon back" aria-label="Back to all conversations"><ArrowLeft size={18} aria-hidden /></Link>
        <h2><Link to={`/contacts/${contactId}`}>{contact.data ? contactName(contact.data) : "…"}</Link></h2>
        {contact.data?.dnd?.map(one => <Badge key={one.channel} kind="danger">No {channelName(one.channel)}</Badge>)}
        <Button small look="bare" onClick={() => { kept.current = !unread; change.mutate({ unread: !unread }); }}>{unread ? <MailOpen size={15} aria-hidden /> : <Mail size={15} aria-hidden />} {unread ? "Mark as read" : "Mark as unread"}</Button>
        <Button small look="bare" onClick={() => change.mutate({ archived: !archived })}>{archived ? <ArchiveRestore size={15} aria-hidden /> : <Archive size={15} aria-hidden />} {archived ? "Back to the inbox" : "Archive"}</Button>
      </header>
      <div className="conversation-thread" role="region" aria-label="Thread" tabIndex={0}><Thread contactId={contactId} /></div>
      <PlayContact contactId={contactId} />
    </section>
  );
}
