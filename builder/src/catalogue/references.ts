import { useQuery } from "@tanstack/react-query";
import { api, take } from "../api/client";
import { ContactFieldNames } from "./contactFields";
import type { Option } from "./descriptors";

const most = { params: { query: { limit: "200" } } } as const;

/** Records that a field or condition may name, by what the catalogue calls them. Kinds without a list are typed in. */
const lists: Record<string, () => Promise<Option[]>> = {
  user: async () => (await take(api.GET("/api/users", most))).items.map(u => ({ value: u.id!, label: u.name ?? u.id! })),
  calendar: async () => (await take(api.GET("/api/calendars", most))).items.map(c => ({ value: c.id!, label: c.name ?? c.id! })),
  pipeline: async () => (await take(api.GET("/api/pipelines", most))).items.map(p => ({ value: p.id!, label: p.name ?? p.id! })),
  stage: async () => (await take(api.GET("/api/pipelines", most))).items.flatMap(p => (p.stages ?? []).map(s => ({ value: s.id, label: `${p.name}: ${s.name}` }))),
  template: async () => (await take(api.GET("/api/templates", most))).items.map(t => ({ value: t.id!, label: t.name ?? t.id! })),
  link: async () => (await take(api.GET("/api/links", most))).items.map(l => ({ value: l.id!, label: l.name ?? l.url ?? l.id! })),
  workflow: async () => (await take(api.GET("/api/workflows", most))).items.map(w => ({ value: w.id, label: w.name })),
  customValue: async () => (await take(api.GET("/api/custom-values", most))).items.map(v => ({ value: v.key ?? v.id!, label: v.name ?? v.key ?? v.id! })),
  invoice: async () => (await take(api.GET("/api/invoices", most))).items.map(i => ({ value: i.id!, label: i.title ?? i.id! })),
  contactField: async () => [...ContactFieldNames, ...(await take(api.GET("/api/custom-fields", most))).items.map(f => ({ value: `fields.${f.key}`, label: f.label ?? f.key ?? "" }))],
  tag: async () => (await take(api.GET("/api/tags"))).items.filter(t => !t.deleted).map(t => ({ value: t.name, label: t.name })),
};

/** `undefined` while it is on its way; null when such records cannot be listed. */
export function useReferences(of: string | undefined): Option[] | null | undefined {
  const list = of ? lists[of] : undefined;
  const query = useQuery({ queryKey: ["references", of ?? ""], queryFn: () => list!(), enabled: !!list, staleTime: 60_000 });
  return list ? query.data : null;
}

/** New ones may be made by naming them. */
export const mayBeNew = (of: string | undefined) => of === "tag" || of === "form" || !(of && lists[of]);
