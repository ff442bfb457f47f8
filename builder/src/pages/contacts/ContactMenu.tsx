import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Api } from "../../api/client";
import { contactName } from "../../api/lists";
import { removeRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Menu } from "../../ui/Menu";

export function ContactMenu({ contact }: { contact: Api<"Contact"> }) {
  const [sure, setSure] = useState(false);
  const go = useNavigate();
  const name = contactName(contact);
  const remove = useDeed(() => removeRecord("/api/contacts", contact.id!), { stale: [["contacts", "list"]], said: `${name} is deleted.`, then: () => void go("/contacts") });
  return <>
    <Menu label={`More for ${name}`} items={[{ label: "Delete the contact", icon: <Trash2 size={16} />, danger: true, onSelect: () => setSure(true) }]} />
    <ConfirmDialog open={sure} onClose={() => setSure(false)} onConfirm={() => remove.mutate()} busy={remove.isPending} title={`Delete ${name}?`} confirm="Delete for good" keep="Keep the contact">
      <p>The profile, the tags and the record of consents are gone at once and cannot be brought back. {name} leaves every workflow, and nothing more is sent.</p>
    </ConfirmDialog>
  </>;
}
