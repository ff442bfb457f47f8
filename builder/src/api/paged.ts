import { useInfiniteQuery, type QueryKey } from "@tanstack/react-query";

interface Listed<T> { items: T[]; next?: string | null | undefined }

/** A list that is read part by part, with its parts put together. */
export function usePaged<T>(key: QueryKey, read: (cursor: string | undefined) => Promise<Listed<T>>, every?: number) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next ?? undefined,
    select: data => data.pages.flatMap(page => page.items),
    ...(every ? { refetchInterval: every } : {}),
  });
}

/** All of a list that is never long: a team, calendars, workflows. `most` parts are read at the utmost. */
export async function readAll<T>(read: (cursor: string | undefined) => Promise<Listed<T>>, most = 10): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  for (let part = 0; part < most; part++) {
    const page = await read(cursor);
    all.push(...page.items);
    if (!page.next) break;
    cursor = page.next;
  }
  return all;
}
