import { Link } from "react-router";
import { useContact } from "../../api/lists";
import { contactName } from "../../panels/text/ContactPicker";

/** A contact by name, wherever only the id is known. */
export function WhoName({ id }: { id: string | null | undefined }) {
  const contact = useContact(id);
  if (!id) return <span className="quiet">Nobody</span>;
  return <Link to={`/contacts/${id}`}>{contact.data ? contactName(contact.data) || id : contact.isError ? "A deleted contact" : "…"}</Link>;
}
