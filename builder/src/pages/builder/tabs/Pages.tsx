import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "../../../ui/Button";

interface Listed<T> { items: T[]; next?: string | null }

/** A list that is brought page by page. */
export function usePages<T>(key: readonly unknown[], load: (cursor: string | undefined) => Promise<Listed<T>>, every?: number) {
  return useInfiniteQuery({ queryKey: key, initialPageParam: undefined as string | undefined, queryFn: ({ pageParam }) => load(pageParam), getNextPageParam: last => last.next ?? undefined, ...(every ? { refetchInterval: every } : {}) });
}

export function Pages<T>({ query, empty, children }: { query: UseInfiniteQueryResult<InfiniteData<Listed<T>>>; empty: ReactNode; children: (items: T[]) => ReactNode }) {
  if (query.isError) return <div role="alert" className="card"><p>{query.error.message}</p><Button onClick={() => void query.refetch()}>Try again</Button></div>;
  if (!query.data) return <p className="quiet" role="status">Loading…</p>;
  const items = query.data.pages.flatMap(page => page.items);
  if (items.length === 0) return <div className="empty-state">{empty}</div>;
  return <>{children(items)}{query.hasNextPage && <p className="more-pages"><Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>{query.isFetchingNextPage ? "Loading…" : "Show more"}</Button></p>}</>;
}
