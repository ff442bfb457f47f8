import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { ContactList } from "./ContactList";
import { NewContactDialog } from "./NewContactDialog";
import "./contacts.css";

export function ContactsPage() {
  const [asked, setAsked] = useState(false);
  return (
    <Page title="Contacts" wide actions={<Button look="main" onClick={() => setAsked(true)}><Plus size={17} aria-hidden /> New contact</Button>}>
      <ContactList />
      {asked && <NewContactDialog onClose={() => setAsked(false)} />}
    </Page>
  );
}
