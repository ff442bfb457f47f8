import { Link } from "react-router";
import { api, take } from "../../api/client";
import { usePaged } from "../../api/paged";
import { ContactLink } from "../../ui/ContactLink";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Table } from "../../ui/Table";
import { When } from "../../ui/When";
import { words } from "../../ui/codes";

/** Messages of whose fate nobody can be sure; they are never sent again by themselves. */
export function UnknownMessages() {
  const list = usePaged(["messages", "unknown"], cursor => take(api.GET("/api/messages", { params: { query: { status: "unknown", limit: "50", ...(cursor ? { cursor } : {}) } } })));
  return <>
    <p className="quiet">The connection broke while these were handed over, so they may or may not have arrived. They are never sent again by themselves: look, and ask the patient if it matters.</p>
    <Loaded query={list}>{rows => rows.length === 0 ? <Empty title="None">Every message is known to have gone or not.</Empty> : (
      <Table caption="Unknown messages" head={["Contact", "Channel", "Message", "When", "Why"]}>{rows.map(one => (
        <tr key={one.id}><td><ContactLink id={one.contactId} /></td><td>{one.channel === "email" ? "Email" : "Text"}</td><td>{one.contactId ? <Link to={`/conversations/${one.contactId}`}>Read it in Conversations</Link> : ""}</td><td className="nowrap"><When at={one.at} /></td><td className="quiet">{words(one.code)}</td></tr>
      ))}</Table>
    )}</Loaded>
    <More query={list} />
  </>;
}
