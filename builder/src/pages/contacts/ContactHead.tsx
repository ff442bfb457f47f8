import { Mail, Phone } from "lucide-react";
import type { Api } from "../../api/client";
import { Badge } from "../../ui/Badge";
import { TagLine } from "./TagLine";

export function ContactHead({ contact }: { contact: Api<"Contact"> }) {
  const barred = contact.dnd ?? [];
  return (
    <div className="contact-head">
      <div className="grow">
        <p className="contact-reach">
          {contact.email && <span className="row"><Mail size={15} aria-hidden /><a href={`mailto:${contact.email}`}>{contact.email}</a></span>}
          {contact.phone && <span className="row"><Phone size={15} aria-hidden /><a href={`tel:${contact.phone}`}>{contact.phone}</a></span>}
          {barred.map(one => <Badge key={one.channel} kind="danger">No {channelName(one.channel)}</Badge>)}
        </p>
        <TagLine contact={contact} />
      </div>
    </div>
  );
}

export function channelName(channel: string) {
  return ({ sms: "texts", email: "emails", call: "calls", all: "messages at all" } as Record<string, string>)[channel] ?? channel;
}
