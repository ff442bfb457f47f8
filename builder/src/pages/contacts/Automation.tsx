import { CircleHelp, Plus } from "lucide-react";
import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { usePaged } from "../../api/paged";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { Ahead } from "./ahead/Ahead";
import { EnrollmentRow } from "./EnrollmentRow";
import { WhyNot } from "./WhyNot";

/** What comes next, and every workflow that the contact is or was in. */
export function Automation({ contact, onAdd }: { contact: Api<"Contact">; onAdd: () => void }) {
  const [asking, setAsking] = useState(false);
  const id = contact.id!;
  const list = usePaged(["enrollments", "of", id], cursor => take(api.GET("/api/contacts/{id}/enrollments", { params: { path: { id }, query: { limit: "50", ...(cursor ? { cursor } : {}) } } })), 10_000);
  return <>
    <Ahead contactId={id} />
    <Section title="Automation" about="Every workflow this contact is or was in." actions={<>
      <Button small look="bare" onClick={() => setAsking(true)}><CircleHelp size={15} aria-hidden /> Why not?</Button>
      <Button small onClick={onAdd}><Plus size={15} aria-hidden /> Add to Workflow</Button>
    </>}>
      <Loaded query={list}>{rows => rows.length === 0
        ? <Empty title="In no workflow yet">Contacts enter when something starts a workflow, or when you add them.</Empty>
        : <Table caption="Enrollments" head={["Workflow", "Status", "Step", "Next", "Entered", <span key="menu" className="hidden">What can be done</span>]}>{rows.map(row => <EnrollmentRow key={row.id} enrollment={row} />)}</Table>}</Loaded>
      <More query={list} />
      {asking && <WhyNot contact={contact} onClose={() => setAsking(false)} />}
    </Section>
  </>;
}
