import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { usePaged } from "../../api/paged";
import { listRecords, removeRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { Menu } from "../../ui/Menu";
import { More } from "../../ui/More";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { UsedBy } from "./UsedBy";
import { RecordDialog } from "./RecordDialog";
import type { RecordKind, Values } from "./recordKinds";

/** One kind of record: listed, made, changed, deleted. */
export function RecordList({ kind }: { kind: RecordKind }) {
  const [open, setOpen] = useState<Values | null>(null);
  const [doomed, setDoomed] = useState<Values | null>(null);
  const stale = [[kind.path.replace("/api/", "")]];
  const list = usePaged([kind.path.replace("/api/", ""), "list"], cursor => listRecords<Values>(kind.path, cursor));
  const remove = useDeed((id: string) => removeRecord(kind.path, id), { stale, said: "Deleted.", then: () => setDoomed(null) });
  const name = (values: Values) => String(values["name"] ?? values["label"] ?? "");
  return (
    <Section title={kind.title} about={kind.about} actions={<Button small look="main" onClick={() => setOpen({ ...kind.blank })}><Plus size={15} aria-hidden /> New {kind.one}</Button>}>
      <Loaded query={list}>{rows => rows.length === 0 ? <Empty title={`No ${kind.title.toLowerCase()} yet`} /> : (
        <Table caption={kind.title} head={["Name", ...kind.columns.map(([label]) => label), <span key="m" className="hidden">What can be done</span>]}>{rows.map(row => (
          <tr key={row.id}>
            <td><button type="button" className="name-button" onClick={() => setOpen(row)}>{name(row)}</button></td>
            {kind.columns.map(([label, show]) => <td key={label} className="quiet">{show(row)}</td>)}
            <td className="menu-cell"><Menu label={`What can be done with ${name(row)}`} items={[{ label: "Edit", icon: <Pencil size={16} />, onSelect: () => setOpen(row) }, { label: "Delete", icon: <Trash2 size={16} />, danger: true, onSelect: () => setDoomed(row) }]} /></td>
          </tr>
        ))}</Table>
      )}</Loaded>
      <More query={list} />
      {open && <RecordDialog kind={kind} record={open} onClose={() => setOpen(null)} />}
      <ConfirmDialog open={!!doomed} onClose={() => setDoomed(null)} onConfirm={() => remove.mutate(doomed!.id!)} busy={remove.isPending} title={`Delete “${doomed ? name(doomed) : ""}”?`} confirm="Delete"><p>{kind.gone}</p>{doomed && <UsedBy kind={kind.one === "member" ? "user" : kind.one} id={String(kind.one === "field" || kind.one === "value" ? doomed["key"] : doomed.id)} />}</ConfirmDialog>
    </Section>
  );
}
