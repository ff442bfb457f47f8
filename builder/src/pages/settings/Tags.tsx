import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, take } from "../../api/client";
import { readAll } from "../../api/paged";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";

/** Tags are words on contacts and have no list of their own: they are counted where they are. */
export function Tags() {
  const tags = useQuery({
    queryKey: ["contacts", "tags"], staleTime: 60_000,
    queryFn: async () => {
      const contacts = await readAll(c => take(api.GET("/api/contacts", { params: { query: { limit: "200", ...(c ? { cursor: c } : {}) } } })), 25);
      const counts = new Map<string, number>();
      for (const tag of contacts.flatMap(contact => contact.tags ?? [])) counts.set(tag, (counts.get(tag) ?? 0) + 1);
      return [...counts].sort(([a], [b]) => a.localeCompare(b));
    },
  });
  return (
    <Section title="Tags" about="A tag is made by giving it to a contact, here or in a workflow, and goes when the last contact loses it.">
      <Loaded query={tags}>{rows => rows.length === 0 ? <Empty title="No tags yet" /> : (
        <Table caption="Tags" head={["Tag", <span key="n" className="number-head">Contacts</span>]}>{rows.map(([tag, count]) => <tr key={tag}><td><Link to={`/contacts?tag=${encodeURIComponent(tag)}`}>{tag}</Link></td><td className="number">{count}</td></tr>)}</Table>
      )}</Loaded>
    </Section>
  );
}
