import { useSearchParams } from "react-router";
import { api, take } from "../../api/client";
import { usePaged } from "../../api/paged";
import { Choice } from "../../ui/Choice";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { SearchBox } from "../../ui/SearchBox";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { When } from "../../ui/When";

const actions = ["workflow.created", "workflow.generated", "workflow.renamed", "workflow.published", "workflow.unpublished", "workflow.paused", "workflow.resumed", "workflow.deleted", "workflow.restored", "workflow.review.acknowledged",
  "enrollment.stopped", "enrollment.retried", "enrollment.skipped", "enrollment.moved", "contact.deleted", "contact.restored", "settings.changed", "hook.created", "hook.changed", "hook.rotated", "hook.deleted", "key.created", "key.revoked"];

/** Who did what, newest first. Nothing here can be changed. */
export function Audit() {
  const [address, setAddress] = useSearchParams();
  const [action, subject] = [address.get("action") ?? "", address.get("subject") ?? ""];
  const set = (key: string, value: string) => setAddress(now => { now.delete(key); if (value) now.set(key, value); return now; }, { replace: true });
  const list = usePaged(["audit", action, subject], cursor => take(api.GET("/api/audit", { params: { query: { limit: "50", ...(action ? { action } : {}), ...(subject ? { subject } : {}), ...(cursor ? { cursor } : {}) } } })));
  const known = [...new Set([...actions, ...(list.data ?? []).map(line => line.action)])].sort();
  return (
    <Section title="Audit log" about="Who did what, newest first. Nothing here can be changed or deleted.">
      <div className="tools" role="search" aria-label="Audit log">
        <Choice label="What" value={action} onChange={value => set("action", value)}><option value="">Everything</option>{known.map(one => <option key={one}>{one}</option>)}</Choice>
        <SearchBox label="About (an id)" value={subject} onChange={value => set("subject", value.trim())} />
      </div>
      <Loaded query={list}>{rows => rows.length === 0 ? <Empty title="Nothing of this kind" /> : (
        <Table caption="Audit log" head={["When", "Who", "What", "About", "Detail"]}>{rows.map(line => (
          <tr key={line.id}><td className="nowrap"><When at={line.at} /></td><td>{line.by}</td><td><code>{line.action}</code></td><td><button type="button" className="name-button subject" onClick={() => set("subject", line.subject)}>{line.subject}</button></td><td className="quiet">{line.detail}</td></tr>
        ))}</Table>
      )}</Loaded>
      <More query={list} />
    </Section>
  );
}
