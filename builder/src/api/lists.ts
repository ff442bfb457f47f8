import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { api, take, type Api } from "./client";
import { readAll } from "./paged";

// The short lists that many pages name things from. They change seldom.
const staleTime = 60_000;
const at = (cursor: string | undefined) => ({ params: { query: { limit: "200", ...(cursor ? { cursor } : {}) } } });

export const useSettings = () => useQuery({ queryKey: ["settings"], queryFn: () => take(api.GET("/api/settings")), staleTime });
export const useUsers = () => useQuery({ queryKey: ["users"], queryFn: () => readAll(c => take(api.GET("/api/users", at(c)))), staleTime });
export const useCalendars = () => useQuery({ queryKey: ["calendars"], queryFn: () => readAll(c => take(api.GET("/api/calendars", at(c)))), staleTime });
export const usePipelines = () => useQuery({ queryKey: ["pipelines"], queryFn: () => readAll(c => take(api.GET("/api/pipelines", at(c)))), staleTime });
export const useCustomFields = () => useQuery({ queryKey: ["custom-fields"], queryFn: () => readAll(c => take(api.GET("/api/custom-fields", at(c)))), staleTime });
export const useTemplates = () => useQuery({ queryKey: ["templates"], queryFn: () => readAll(c => take(api.GET("/api/templates", at(c)))), staleTime });
export const useLinks = (enabled = true) => useQuery({ queryKey: ["links"], queryFn: () => readAll(c => take(api.GET("/api/links", at(c)))), staleTime, enabled });
const tags = queryOptions({ queryKey: ["tags"], queryFn: () => take(api.GET("/api/tags")), staleTime: 10_000 });
export const useTagList = () => useQuery(tags);
/** Those that one may choose. */
export const useTags = () => useQuery({ ...tags, select: list => list.items.filter(one => !one.deleted).map(one => one.name) });
export const useWorkflows = (every?: number) => useQuery({ queryKey: ["workflows", "all"], queryFn: () => readAll(c => take(api.GET("/api/workflows", at(c)))), staleTime: 15_000, ...(every ? { refetchInterval: every } : {}) });
export const useContact = (id: string | null | undefined) =>
  useQuery({ queryKey: ["contacts", id, "view"], queryFn: () => take(api.GET("/api/contacts/{id}", { params: { path: { id: id! } } })), enabled: !!id, staleTime });

// What the catalogue holds changes only with the host.
export const catalogued = {
  actions: queryOptions({ queryKey: ["catalogue", "actions"], queryFn: async () => (await take(api.GET("/api/catalogue/actions"))).items, staleTime: Infinity }),
  triggers: queryOptions({ queryKey: ["catalogue", "triggers"], queryFn: async () => (await take(api.GET("/api/catalogue/triggers"))).items, staleTime: Infinity }),
  waits: queryOptions({ queryKey: ["catalogue", "waits"], queryFn: () => take(api.GET("/api/catalogue/waits")), staleTime: Infinity }),
};
export const useActions = () => useQuery(catalogued.actions);
export const useTriggers = () => useQuery(catalogued.triggers);
export const useWaits = () => useQuery(catalogued.waits);

/** The name of a record by its id; the id itself while that is unknown. */
export function nameIn<T extends { id?: string; name: string }>(list: UseQueryResult<T[]>, id: string | null | undefined): string {
  return id ? list.data?.find(one => one.id === id)?.name ?? id : "";
}

export const contactName = (contact: Pick<Api<"Contact">, "firstName" | "lastName" | "email" | "phone"> | undefined): string =>
  [contact?.firstName, contact?.lastName].filter(Boolean).join(" ") || contact?.email || contact?.phone || "Unnamed contact";
