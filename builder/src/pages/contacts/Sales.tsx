import { Plus } from "lucide-react";
import { useState } from "react";
import { api, take } from "../../api/client";
import { usePipelines } from "../../api/lists";
import { usePaged } from "../../api/paged";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { SaleDialog } from "./SaleDialog";
import { SaleRow } from "./SaleRow";

export function Sales({ contactId }: { contactId: string }) {
  const [asked, setAsked] = useState(false);
  const pipelines = usePipelines();
  const list = usePaged(["opportunities", contactId], cursor => take(api.GET("/api/opportunities", { params: { query: { contactId, limit: "50", ...(cursor ? { cursor } : {}) } } })), 10_000);
  return (
    <Section title="Opportunities" actions={<Button small disabled={!pipelines.data?.length} onClick={() => setAsked(true)}><Plus size={15} aria-hidden /> New opportunity</Button>}>
      <Loaded query={list}>{rows => rows.length === 0 ? <Empty title="No opportunities">A treatment that may be sold, with its stage and value.</Empty>
        : <Table caption="Opportunities" head={["Name", "Pipeline", "Stage", <span key="value" className="number-head">Value</span>, "Status"]}>{rows.map(row => <SaleRow key={row.id} sale={row} pipelines={pipelines.data ?? []} />)}</Table>}</Loaded>
      <More query={list} />
      {asked && <SaleDialog contactId={contactId} pipelines={pipelines.data ?? []} onClose={() => setAsked(false)} />}
    </Section>
  );
}
