import { Download } from "lucide-react";
import { useSearchParams } from "react-router";
import { api, take } from "../../api/client";
import { useSettings } from "../../api/lists";
import { download } from "../../api/download";
import { usePaged } from "../../api/paged";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { SearchBox } from "../../ui/SearchBox";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { atWall, dayEnd } from "../../ui/time";
import { When } from "../../ui/When";

const kept = ["user", "calendar", "pipeline", "customField", "customValue", "template", "link"];
const actions = ["workflow.created", "workflow.generated", "workflow.renamed", "workflow.published", "workflow.unpublished", "workflow.paused", "workflow.resumed", "workflow.deleted", "workflow.restored", "workflow.exported", "workflow.review.acknowledged",
  ...["created", "retry", "skip", "runNow", "pause", "resume", "move", "stop"].map(what => `enrollment.${what}`), "contact.deleted", "contact.restored", "contact.consent.recorded", "contact.dnd.changed", "data.revealed", "delivery.redelivered", "audit.exported",
  "tag.renamed", "tag.deleted", "tag.restored", "settings.changed", "hook.created", "hook.changed", "hook.rotated", "hook.deleted", "key.created", "key.revoked", ...kept.flatMap(kind => ["created", "changed", "deleted"].map(what => `${kind}.${what}`))];

/** "enrollment.runNow" as "Enrollment: run now". */
const told = (action: string) => { const words = action.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`).replace(".", ": ").replaceAll(".", " "); return words.charAt(0).toUpperCase() + words.slice(1); };

/** Who did what, newest first. Nothing here can be changed. */
export function Audit() {
  const [address, setAddress] = useSearchParams();
  const [action, subject, by, from, to] = ["action", "subject", "by", "from", "to"].map(key => address.get(key) ?? "") as [string, string, string, string, string];
  const zone = useSettings().data?.timeZone;
  // Days of the practice, the last one to its end.
  const wish = Object.fromEntries(Object.entries({ action, subject, by, from: from && atWall(`${from}T00:00`, zone), to: to && dayEnd(to, zone) }).filter(([, value]) => value));
  const set = (key: string, value: string) => setAddress(now => { now.delete(key); if (value) now.set(key, value); return now; }, { replace: true });
  const list = usePaged(["audit", JSON.stringify(wish)], cursor => take(api.GET("/api/audit", { params: { query: { limit: "50", ...wish, ...(cursor ? { cursor } : {}) } } })));
  const save = useDeed(async () => download("audit.csv", await take(api.GET("/api/audit/export", { params: { query: wish }, parseAs: "text" })), "text/csv"), { stale: [] });
  const known = [...new Set([...actions, ...(list.data ?? []).map(line => line.action)])].sort();
  return (
    <Section title="Audit log" about="Who did what, newest first. Nothing here can be changed or deleted." actions={<Button small disabled={save.isPending} onClick={() => save.mutate()}><Download size={15} aria-hidden /> Save as CSV</Button>}>
      <div className="tools" role="search" aria-label="Audit log">
        <Choice label="What" value={action} onChange={value => set("action", value)}><option value="">Everything</option>{known.map(one => <option key={one} value={one}>{told(one)}</option>)}</Choice>
        <label className="choice">From <input type="date" value={from} max={to || undefined} onChange={e => set("from", e.target.value)} /></label>
        <label className="choice">To <input type="date" value={to} min={from || undefined} onChange={e => set("to", e.target.value)} /></label>
        <SearchBox label="By whom" value={by} onChange={value => set("by", value.trim())} />
        <SearchBox label="About (an id)" value={subject} onChange={value => set("subject", value.trim())} />
      </div>
      <Loaded query={list}>{rows => rows.length === 0 ? <Empty title="Nothing of this kind" /> : (
        <Table caption="Audit log" head={["When", "Who", "What", "About", "Detail"]}>{rows.map(line => (
          <tr key={line.id}><td className="nowrap"><When at={line.at} /></td><td>{line.by}</td><td><span title={line.action}>{told(line.action)}</span></td><td><button type="button" className="name-button subject" title={line.subject} aria-label={`Only what is about ${line.subject}`} onClick={() => set("subject", line.subject)}>{line.subject}</button></td><td className="quiet detail">{line.detail}</td></tr>
        ))}</Table>
      )}</Loaded>
      <More query={list} />
    </Section>
  );
}
