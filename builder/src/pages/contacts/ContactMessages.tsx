import { Link } from "react-router";
import { Section } from "../../ui/Section";
import { Thread } from "../conversations/Thread";

export function ContactMessages({ id }: { id: string }) {
  return <Section title="Messages" actions={<Link className="button small" to={`/conversations/${id}`}>Open in Conversations</Link>}><Thread contactId={id} /></Section>;
}
