import { useQueries, useQuery } from "@tanstack/react-query";
import { api, take, type Api } from "../../api/client";
import { readAll } from "../../api/paged";

export interface Talk { contactId: string; last: Api<"Message">; unread: boolean; archived: boolean; known: boolean }

/** Contacts with messages, the unread first. The API has no list of conversations: they are put together from the newest messages. */
export function useInbox() {
  const messages = useQuery({
    queryKey: ["messages", "newest"], refetchInterval: 8_000,
    queryFn: () => readAll(cursor => take(api.GET("/api/messages", { params: { query: { limit: "200", ...(cursor ? { cursor } : {}) } } })), 5),
  });
  const newest = new Map<string, Api<"Message">>();
  for (const message of messages.data ?? []) {
    if (!message.contactId || message.purpose === "team") continue;
    const before = newest.get(message.contactId);
    if (!before || (message.at ?? "") > (before.at ?? "")) newest.set(message.contactId, message);
  }
  const ids = [...newest.keys()];
  const states = useQueries({ queries: ids.map(id => ({ queryKey: ["conversation", id], queryFn: () => take(api.GET("/api/contacts/{id}/conversation", { params: { path: { id } } })), staleTime: 8_000, retry: false })) });
  const talks: Talk[] = ids.map((contactId, at) => {
    const state = states[at]?.data;
    return { contactId, last: newest.get(contactId)!, unread: state?.unread ?? false, archived: state?.archived ?? false, known: !!state };
  });
  return { messages, talks: talks.sort((a, b) => Number(b.unread) - Number(a.unread) || (b.last.at ?? "").localeCompare(a.last.at ?? "")) };
}
