import { useQuery } from "@tanstack/react-query";
import { Workflow } from "lucide-react";
import { useState } from "react";
import { Navigate, Route, Routes, useParams } from "react-router";
import { api, takeTagged } from "../../api/client";
import { contactName } from "../../api/lists";
import { Button } from "../../ui/Button";
import { Loaded } from "../../ui/Loaded";
import { Person } from "../../ui/Person";
import { Page } from "../../ui/Page";
import { Tabs } from "../../ui/Tabs";
import { AddToWorkflow } from "./AddToWorkflow";
import { Automation } from "./Automation";
import { ContactHead } from "./ContactHead";
import { ContactMenu } from "./ContactMenu";
import { ContactMessages } from "./ContactMessages";
import { Overview } from "./Overview";
import { Sales } from "./Sales";
import { Timeline } from "./Timeline";
import { Visits } from "./Visits";
import { Work } from "./Work";
import "./contacts.css";

const tabs = [["overview", "Overview"], ["automation", "Automation"], ["timeline", "Timeline"], ["messages", "Messages"], ["appointments", "Appointments"], ["opportunities", "Opportunities"], ["tasks", "Notes and tasks"]] as const;

export function ContactPage() {
  const id = useParams()["id"]!;
  const [adding, setAdding] = useState(false);
  const contact = useQuery({ queryKey: ["contacts", id], refetchInterval: 10_000, queryFn: () => takeTagged(api.GET("/api/contacts/{id}", { params: { path: { id } } })) });
  const name = contact.data ? contactName(contact.data.value) : "Contact";
  return (
    <Page title={name} lead={<Person name={name} big />} actions={contact.data && <>
      <Button look="main" onClick={() => setAdding(true)}><Workflow size={17} aria-hidden /> Add to Workflow</Button>
      <ContactMenu contact={contact.data.value} />
    </>}>
      <Loaded query={contact}>{({ value, etag }) => <>
        <ContactHead contact={value} />
        <Tabs label="About this contact" items={tabs.map(([to, label]) => ({ to: `/contacts/${id}/${to}`, label }))} />
        <Routes>
          <Route index element={<Navigate to="overview" replace />} />
          <Route path="overview" element={<Overview contact={value} etag={etag} />} />
          <Route path="automation" element={<Automation contact={value} onAdd={() => setAdding(true)} />} />
          <Route path="timeline" element={<Timeline id={id} />} />
          <Route path="messages" element={<ContactMessages id={id} />} />
          <Route path="appointments" element={<Visits contactId={id} />} />
          <Route path="opportunities" element={<Sales contactId={id} />} />
          <Route path="tasks" element={<Work contactId={id} />} />
        </Routes>
        {adding && <AddToWorkflow contact={value} onClose={() => setAdding(false)} />}
      </>}</Loaded>
    </Page>
  );
}
