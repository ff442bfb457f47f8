import { useState } from "react";
import { Choice } from "../../ui/Choice";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { useInbox } from "./inbox";
import { TalkLine } from "./TalkLine";

export function ConversationList({ chosen }: { chosen: string | undefined }) {
  const [which, setWhich] = useState("inbox");
  const { messages, talks } = useInbox();
  const rows = talks.filter(talk => which === "archived" ? talk.archived : !talk.archived && (which !== "unread" || talk.unread));
  return (
    <nav className="talks" aria-label="Conversations">
      <div className="talks-head"><Choice label="Show" value={which} onChange={setWhich}><option value="inbox">All</option><option value="unread">Unread</option><option value="archived">Archive</option></Choice></div>
      <Loaded query={messages}>{() => rows.length === 0
        ? <Empty title="No conversations">{which === "inbox" ? "They begin with the first message that goes out or comes in." : "There are none of this kind."}</Empty>
        : <ul>{rows.map(talk => <TalkLine key={talk.contactId} talk={talk} chosen={talk.contactId === chosen} />)}</ul>}</Loaded>
    </nav>
  );
}
