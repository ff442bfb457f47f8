import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import { api, take } from "../../api/client";
import { useContact } from "../../api/lists";
import "./text.css";

interface Props { id?: string; value: string | null; onChange: (id: string | null) => void; none: string; label: string }

export const contactName = (c: { firstName?: string | null; lastName?: string | null; email?: string | null; phone?: string | null; id?: string }) =>
  [c.firstName, c.lastName].filter(Boolean).join(" ") || c.email || c.phone || c.id || "";

/** A contact, found by typing part of a name. */
export function ContactPicker({ value, onChange, none, label, id }: Props) {
  const own = useId();
  const [search, setSearch] = useState("");
  const words = useDeferredValue(search);
  const list = useQuery({ queryKey: ["contacts", "pick", words], queryFn: () => take(api.GET("/api/contacts", { params: { query: { limit: "30", ...(words ? { search: words } : {}) } } })), staleTime: 30_000 });
  const chosen = useContact(value);
  const items = list.data?.items ?? [];
  const all = chosen.data && value && !items.some(c => c.id === value) ? [{ ...chosen.data, id: value }, ...items] : items;
  return (
    <span className="contact-picker">
      <input className="input" type="search" aria-label={`${label}: search`} placeholder="Search…" value={search} onChange={event => setSearch(event.target.value)} />
      <select className="input" id={id ?? own} aria-label={label} value={value ?? ""} onChange={event => onChange(event.target.value || null)}>
        <option value="">{none}</option>
        {all.map(c => <option key={c.id} value={c.id}>{contactName(c)}</option>)}
      </select>
    </span>
  );
}
