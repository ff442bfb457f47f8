import { Link } from "react-router";
import { contactName, useContact } from "../api/lists";

/** A contact by name, wherever only its id is known. */
export function ContactLink({ id }: { id: string | null | undefined }) {
  const contact = useContact(id);
  if (!id) return <span className="quiet">Nobody</span>;
  return <Link to={`/contacts/${id}`}>{contact.data ? contactName(contact.data) : contact.isError ? "A deleted contact" : "…"}</Link>;
}
