import { Link } from "react-router";
import type { Api } from "../../api/client";
import { contactName } from "../../api/lists";
import { Badge } from "../../ui/Badge";
import { Person } from "../../ui/Person";
import { Tick } from "../../ui/Tick";
import { When } from "../../ui/When";

export function ContactRow({ contact, chosen, onChoose }: { contact: Api<"Contact">; chosen: boolean; onChoose: (on: boolean) => void }) {
  const name = contactName(contact);
  const tags = contact.tags ?? [];
  return (
    <tr className={chosen ? "is-chosen" : ""}>
      <td className="menu-cell"><Tick bare label={`Choose ${name}`} checked={chosen} onChange={e => onChoose(e.target.checked)} /></td>
      <td><Link className="who" to={`/contacts/${contact.id}`}><Person name={name} /><span>{name}</span></Link></td>
      <td className="quiet">{contact.email}</td>
      <td className="quiet nowrap">{contact.phone}</td>
      <td><span className="tags">{tags.slice(0, 3).map(tag => <Badge key={tag}>{tag}</Badge>)}{tags.length > 3 && <small className="quiet">+{tags.length - 3}</small>}</span></td>
      <td className="quiet nowrap"><When at={contact.createdAt} ago /></td>
    </tr>
  );
}
