import { Link, useSearchParams } from "react-router";
import { api, take, type Api } from "../../api/client";
import { useNow } from "../../api/clock";
import { nameIn, useSettings, useWorkflows } from "../../api/lists";
import { usePaged } from "../../api/paged";
import { Choice } from "../../ui/Choice";
import { ContactLink } from "../../ui/ContactLink";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Table } from "../../ui/Table";
import { When } from "../../ui/When";
import { words } from "../../ui/codes";
import { atWall } from "../../ui/time";
import { lastDays, notSent } from "./figures";

const days = 30;
const kinds = {
  failed: {
    label: "Not sent", caption: "Messages not sent", title: "None", none: `Every message of the last ${days} days went out.`,
    about: `Texts and emails of the last ${days} days that did not reach anybody: a value was missing, or they were refused on the way. The contact's workflow goes on without them. What was left out because a contact wants no messages or has no address is not here; each workflow's statistics count it.`,
  },
  unknown: {
    label: "Unknown", caption: "Unknown messages", title: "None", none: "Every message is known to have gone or not.",
    about: "The connection broke while these were handed over, so they may or may not have arrived. They are never sent again by themselves: look, and ask the patient if it matters.",
  },
};

/** Messages that somebody should look at: those that did not go, and those of whose fate nobody can be sure. */
export function Messages() {
  const [address, setAddress] = useSearchParams();
  const [zone, now, workflows] = [useSettings().data?.timeZone, useNow(), useWorkflows()];
  const status = address.get("status") === "unknown" ? "unknown" : "failed";
  const kind = kinds[status];
  const asked = { status, direction: "out", limit: "50", ...(status === "failed" ? { from: atWall(`${lastDays(days, now, zone)[0]}T00:00`, zone) } : {}) };
  const list = usePaged(["messages", "look", asked], cursor => take(api.GET("/api/messages", { params: { query: { ...asked, ...(cursor ? { cursor } : {}) } } })), 15_000);
  return <>
    <div className="tools" role="search" aria-label="Messages"><Choice label="Show" value={status} onChange={value => setAddress(value === "failed" ? {} : { status: value }, { replace: true })}>{Object.entries(kinds).map(([value, { label }]) => <option key={value} value={value}>{label}</option>)}</Choice></div>
    <p className="quiet">{kind.about}</p>
    <Loaded query={list}>{read => {
      const rows = status === "unknown" ? read : read.filter(notSent);
      return rows.length === 0 ? <Empty title={kind.title}>{list.hasNextPage ? "None among the newest; there are more to read." : kind.none}</Empty> : (
        <Table caption={kind.caption} head={["Contact", "Message", "When", "Why", "Look"]}>{rows.map(one => <Line key={one.id} message={one} workflow={nameIn(workflows, one.workflowId)} />)}</Table>
      );
    }}</Loaded>
    <More query={list} />
  </>;
}

const Line = ({ message, workflow }: { message: Api<"Message">; workflow: string }) => (
  <tr>
    <td><ContactLink id={message.contactId} /></td>
    <td>{message.channel === "email" ? "Email" : "Text"}{message.workflowId && <> by <Link to={`/workflows/${message.workflowId}${message.stepId ? `?step=${message.stepId}` : ""}`}>{workflow}</Link></>}</td>
    <td className="nowrap"><When at={message.at} /></td>
    <td>{words(message.code)}</td>
    <td>{message.contactId && <Link to={`/conversations/${message.contactId}`}>Read it in Conversations</Link>}</td>
  </tr>
);
