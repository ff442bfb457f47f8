import { Workflow, X } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api, take } from "../../api/client";
import { useTags } from "../../api/lists";
import { usePaged } from "../../api/paged";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { SearchBox } from "../../ui/SearchBox";
import { Table } from "../../ui/Table";
import { Tick } from "../../ui/Tick";
import { BulkAdd } from "./BulkAdd";
import { ContactRow } from "./ContactRow";

export function ContactList() {
  const [address, setAddress] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState(false);
  const [search, tag] = [address.get("search") ?? "", address.get("tag") ?? ""];
  const set = (key: string, value: string) => setAddress(now => { now.delete(key); if (value) now.set(key, value); return now; }, { replace: true });
  const list = usePaged(["contacts", "list", search, tag], cursor =>
    take(api.GET("/api/contacts", { params: { query: { limit: "50", ...(search ? { search } : {}), ...(tag ? { tag } : {}), ...(cursor ? { cursor } : {}) } } })));
  const rows = list.data ?? [];
  // Also the tags of those shown: a key that may not read workflows is not told all, nor are those of all contacts looked at.
  const [known, shown] = [useTags().data ?? [], rows.flatMap(row => row.tags ?? [])];
  const tags = [...new Set([...known, ...shown, ...(tag ? [tag] : [])])].sort((a, b) => a.localeCompare(b));
  const all = rows.length > 0 && rows.every(row => chosen.has(row.id!));
  const choose = (ids: string[], on: boolean) => setChosen(now => { const next = new Set(now); for (const id of ids) if (on) next.add(id); else next.delete(id); return next; });
  return <>
    <div className="tools" role="search" aria-label="Contacts">
      <SearchBox label="Search by name, email, phone or tag" value={search} onChange={text => set("search", text)} />
      <Choice label="Tag" value={tag} onChange={value => set("tag", value)}><option value="">Any</option>{tags.map(one => <option key={one}>{one}</option>)}</Choice>
    </div>
    {chosen.size > 0 && (
      <div className="bulk-bar" role="status">
        <strong>{chosen.size} chosen</strong>
        <Button small look="main" onClick={() => setBulk(true)}><Workflow size={15} aria-hidden /> Add to Workflow</Button>
        <Button small look="bare" onClick={() => setChosen(new Set())}><X size={15} aria-hidden /> Choose none</Button>
      </div>
    )}
    <Loaded query={list}>{() => rows.length === 0
      ? <Empty title={search || tag ? "Nobody fits" : "No contacts yet"}>{search || tag ? "No contact fits this search." : "Contacts come in by your forms and your booking system, or you add them here."}</Empty>
      : <Table caption="Contacts" head={[<Tick key="all" bare label="Choose all that are shown" checked={all} onChange={e => choose(rows.map(row => row.id!), e.target.checked)} />, "Name", "Email", "Phone", "Tags", "Added"]}>
          {rows.map(row => <ContactRow key={row.id} contact={row} chosen={chosen.has(row.id!)} onChoose={on => choose([row.id!], on)} />)}
        </Table>}</Loaded>
    <More query={list} />
    {bulk && <BulkAdd contactIds={[...chosen]} onClose={() => setBulk(false)} onDone={() => setChosen(new Set())} />}
  </>;
}
