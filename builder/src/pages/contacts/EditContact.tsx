import { useState, type InputHTMLAttributes } from "react";
import { ApiError, type Api } from "../../api/client";
import { useUsers } from "../../api/lists";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";
import { changedMeanwhile } from "./changedMeanwhile";
import { useContactChange } from "./useContactChange";
import { zoneWords } from "./zone";

type Key = "firstName" | "lastName" | "email" | "phone" | "dateOfBirth" | "address" | "postalCode" | "city" | "state" | "country" | "company" | "timeZone" | "source" | "assignedTo";
const rows: [Key, string, InputHTMLAttributes<HTMLInputElement>?][] = [
  ["firstName", "First name"], ["lastName", "Last name"], ["email", "Email", { type: "email" }], ["phone", "Phone", { type: "tel" }], ["dateOfBirth", "Date of birth", { type: "date" }],
  ["address", "Street"], ["postalCode", "Postal code"], ["city", "City"], ["state", "State"], ["country", "Country"], ["company", "Company"], ["timeZone", "Time zone", { placeholder: "America/New_York" }], ["source", "Source"],
];

/** Only over what was read: if somebody changed the contact meanwhile, that is said and nothing is lost. */
export function EditContact({ contact, etag, onClose }: { contact: Api<"Contact">; etag: string; onClose: () => void }) {
  const [wish, setWish] = useState<Partial<Record<Key, string>>>({});
  const [seen] = useState({ contact, etag });
  const users = useUsers();
  const value = (key: Key) => wish[key] ?? seen.contact[key] ?? "";
  const save = useContactChange<Partial<Record<Key, string | null>>>(contact.id!, seen.etag, { quiet: true, then: onClose });
  return (
    <Dialog open onClose={onClose} title="Edit the profile">
      <form onSubmit={e => { e.preventDefault(); save.mutate(Object.fromEntries(Object.entries(wish).map(([key, text]) => [key, text.trim() || null]))); }}>
        <div className="two">
          {rows.map(([key, label, rest]) => (
            <Field key={key} label={label} help={key === "timeZone" && !seen.contact.timeZone && value(key) === "" && zoneWords(seen.contact) ? `While this is empty, texts go by ${zoneWords(seen.contact)}.` : undefined} error={save.error instanceof ApiError ? save.error.at(`/${key}`) : undefined}><input {...rest} value={value(key)} onChange={e => setWish({ ...wish, [key]: e.target.value })} /></Field>
          ))}
          <Field label="Assigned to"><select value={value("assignedTo")} onChange={e => setWish({ ...wish, assignedTo: e.target.value })}><option value="">Nobody</option>{users.data?.map(user => <option key={user.id} value={user.id}>{user.name}</option>)}</select></Field>
        </div>
        <Wrong error={changedMeanwhile(save.error)} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending || Object.keys(wish).length === 0}>Save</Button></div>
      </form>
    </Dialog>
  );
}
