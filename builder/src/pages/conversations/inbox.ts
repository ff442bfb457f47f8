import { useInfiniteQuery } from "@tanstack/react-query";
import { api, take, type Api } from "../../api/client";

export type Talk = Api<"ConversationLine">;
export type Which = "inbox" | "unread" | "archived";

/** Conversations, those with the latest news first, part by part; and how many are unread. */
export function useInbox(which: Which, search: string) {
  return useInfiniteQuery({
    queryKey: ["conversation", "list", which, search], refetchInterval: 8_000,
    queryFn: ({ pageParam }) => take(api.GET("/api/conversations", { params: { query: { status: which, ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next ?? undefined,
    select: data => ({ talks: together(data.pages.map(page => page.items)), unread: data.pages[0]?.unread ?? 0 }),
  });
}

/** Whoever wrote while the parts were read stands in two of them: the first is the newer. */
export function together(pages: readonly (readonly Talk[])[]): Talk[] {
  const all = new Map<string, Talk>();
  for (const talk of pages.flat()) if (!all.has(talk.contactId)) all.set(talk.contactId, talk);
  return [...all.values()];
}
