import { useState } from "react";
import { Choice } from "../../ui/Choice";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { SearchBox } from "../../ui/SearchBox";
import { useInbox, type Which } from "./inbox";
import { TalkLine } from "./TalkLine";

const nothing: Record<Which, string> = { inbox: "They begin with the first message that goes out or comes in.", unread: "Everything has been read.", archived: "The archive is empty." };

export function ConversationList({ chosen }: { chosen: string | undefined }) {
  const [which, setWhich] = useState<Which>("inbox");
  const [search, setSearch] = useState("");
  const list = useInbox(which, search);
  const unread = list.data?.unread ?? 0;
  return (
    <nav className="talks" aria-label="Conversations">
      <div className="talks-head">
        <SearchBox label="Search by name" value={search} onChange={setSearch} />
        <Choice label="Show" value={which} onChange={value => setWhich(value as Which)}><option value="inbox">All</option><option value="unread">Unread{unread > 0 ? ` (${unread >= 1000 ? "999+" : unread})` : ""}</option><option value="archived">Archive</option></Choice>
      </div>
      <Loaded query={list}>{({ talks }) => <>
        {talks.length === 0 && !list.hasNextPage && <Empty title="No conversations">{search ? `Nobody here is called “${search}”.` : nothing[which]}</Empty>}
        <ul>{talks.map(talk => <TalkLine key={talk.contactId} talk={talk} chosen={talk.contactId === chosen} />)}</ul>
        <More query={list} />
      </>}</Loaded>
    </nav>
  );
}
