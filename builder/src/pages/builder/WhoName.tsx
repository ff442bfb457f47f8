import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, take } from "../../api/client";
import { contactName } from "../../panels/text/ContactPicker";

/** A contact by name, wherever only the id is known. */
export function WhoName({ id }: { id: string | null | undefined }) {
  const contact = useQuery({ queryKey: ["contact", id], enabled: !!id, staleTime: 60_000, queryFn: () => take(api.GET("/api/contacts/{id}", { params: { path: { id: id! } } })) });
  if (!id) return <span className="quiet">Nobody</span>;
  return <Link to={`/contacts/${id}`}>{contact.data ? contactName(contact.data) || id : contact.isError ? "A deleted contact" : "…"}</Link>;
}
