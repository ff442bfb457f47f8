import { useQuery } from "@tanstack/react-query";
import { api, take } from "../api/client";
import { readAll, readSome } from "../api/paged";
import { ContactFieldNames } from "./contactFields";
import type { Option } from "./descriptors";

const at = (cursor: string | undefined) => ({ params: { query: { limit: "200", ...(cursor ? { cursor } : {}) } } });
const pipelines = () => readAll(c => take(api.GET("/api/pipelines", at(c))));
// Of what grows for ever only the newest are offered.
const parts = 5;

/** One that may be chosen; a disabled one only says that not all are here. */
export type Offered = Option & { disabled?: boolean };

/** Records that a field or condition may name, by what the catalogue calls them. Kinds without a list are typed in. */
const lists: Record<string, () => Promise<Offered[]>> = {
  user: async () => (await readAll(c => take(api.GET("/api/users", at(c))))).map(u => ({ value: u.id!, label: u.name ?? u.id! })),
  calendar: async () => (await readAll(c => take(api.GET("/api/calendars", at(c))))).map(c => ({ value: c.id!, label: c.name ?? c.id! })),
  pipeline: async () => (await pipelines()).map(p => ({ value: p.id!, label: p.name ?? p.id! })),
  stage: async () => (await pipelines()).flatMap(p => (p.stages ?? []).map(s => ({ value: s.id, label: `${p.name}: ${s.name}` }))),
  template: async () => (await readAll(c => take(api.GET("/api/templates", at(c))))).map(t => ({ value: t.id!, label: t.name ?? t.id! })),
  link: async () => (await readAll(c => take(api.GET("/api/links", at(c))))).map(l => ({ value: l.id!, label: l.name ?? l.url ?? l.id! })),
  workflow: async () => (await readAll(c => take(api.GET("/api/workflows", at(c))))).map(w => ({ value: w.id, label: w.name })),
  customValue: async () => (await readAll(c => take(api.GET("/api/custom-values", at(c))))).map(v => ({ value: v.key ?? v.id!, label: v.name ?? v.key ?? v.id! })),
  invoice: async () => {
    const { items, cut } = await readSome(c => take(api.GET("/api/invoices", at(c))), parts);
    return [...items.map(i => ({ value: i.id!, label: i.title ?? i.id! })), ...(cut ? [{ value: "", label: `Only the newest ${items.length.toLocaleString("en-US")} are listed`, disabled: true }] : [])];
  },
  contactField: async () => [...ContactFieldNames, ...(await readAll(c => take(api.GET("/api/custom-fields", at(c))))).map(f => ({ value: `fields.${f.key}`, label: f.label ?? f.key ?? "" }))],
  tag: async () => (await take(api.GET("/api/tags"))).items.filter(t => !t.deleted).map(t => ({ value: t.name, label: t.name })),
};

/** `undefined` while it is on its way; null when such records cannot be listed. */
export function useReferences(of: string | undefined): Offered[] | null | undefined {
  const list = of ? lists[of] : undefined;
  const query = useQuery({ queryKey: ["references", of ?? ""], queryFn: () => list!(), enabled: !!list, staleTime: 60_000 });
  return list ? query.data : null;
}

/** New ones may be made by naming them. */
export const mayBeNew = (of: string | undefined) => of === "tag" || of === "form" || !(of && lists[of]);
