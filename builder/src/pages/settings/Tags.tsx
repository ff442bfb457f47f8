import { RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { api, take } from "../../api/client";
import { useTagList } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { DeleteTag } from "./DeleteTag";

/** The tags that contacts have and workflows name. */
export function Tags() {
  const [doomed, setDoomed] = useState<string | null>(null);
  const tags = useTagList();
  const restore = useDeed((tag: string) => take(api.POST("/api/tags/restore", { body: { tag } })), { stale: [["tags"]], said: tag => `“${tag}” is back.` });
  return (
    <Section title="Tags" about="A tag is made by giving it to a contact, here or in a workflow.">
      <Loaded query={tags}>{({ items: rows, cut }) => rows.length === 0 ? <Empty title="No tags yet" /> : <>
        <Table caption="Tags" head={["Tag", <span key="n" className="number-head">Workflows</span>, <span key="m" className="hidden">What can be done</span>]}>{rows.map(({ name, workflows, deleted }) => (
          <tr key={name}>
            <td>{deleted ? <>{name} <Badge>Deleted</Badge></> : <Link to={`/contacts?tag=${encodeURIComponent(name)}`}>{name}</Link>}</td>
            <td className="number">{workflows || "–"}</td>
            <td className="menu-cell">{deleted ? <Button small disabled={restore.isPending} aria-label={`Bring ${name} back`} onClick={() => restore.mutate(name)}><RotateCcw size={15} aria-hidden /> Bring it back</Button>
              : <Button small look="bare" className="icon" aria-label={`Delete ${name}`} onClick={() => setDoomed(name)}><Trash2 size={16} aria-hidden /></Button>}</td>
          </tr>
        ))}</Table>
        {cut && <p className="quiet">Only the tags of your newest contacts are listed, those that were given last and those that workflows name: there are too many contacts to look at all of them.</p>}
      </>}</Loaded>
      {doomed && <DeleteTag tag={doomed} others={(tags.data?.items ?? []).filter(one => !one.deleted && one.name !== doomed).map(one => one.name)} onClose={() => setDoomed(null)} />}
    </Section>
  );
}
