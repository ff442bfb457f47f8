import { useInfiniteQuery, type QueryKey } from "@tanstack/react-query";

interface Listed<T> { items: T[]; next?: string | null | undefined }

/** A list that is read part by part, with its parts put together; read again `every` so many milliseconds, which may hang on what is in it. */
export function usePaged<T>(key: QueryKey, read: (cursor: string | undefined) => Promise<Listed<T>>, every?: number | ((items: NoInfer<T>[]) => number)) {
  return useInfiniteQuery<Listed<T>, Error, T[], QueryKey, string | undefined>({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined,
    getNextPageParam: last => last.next ?? undefined,
    select: data => data.pages.flatMap(page => page.items),
    ...(every ? { refetchInterval: query => typeof every === "number" ? every : every(query.state.data?.pages.flatMap(page => page.items) ?? []) } : {}),
  });
}

/** All of a list that is seldom long: a team, calendars, workflows. It is read to its end, since things are named from it and what is left out would seem gone. */
export const readAll = async <T>(read: (cursor: string | undefined) => Promise<Listed<T>>): Promise<T[]> => (await readSome(read, Infinity)).items;

/** The beginning of a list that may be long, up to where it is `enough`, and whether more of it was wanted than `most` parts. */
export async function readSome<T>(read: (cursor: string | undefined) => Promise<Listed<T>>, most: number, enough: (last: T) => boolean = () => false): Promise<{ items: T[]; cut: boolean }> {
  const items: T[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let part = 0; part < most; part++) {
    const page = await read(cursor);
    items.push(...page.items);
    const last = page.items.at(-1);
    // A server that leads to where one was leads nowhere.
    if (!page.next || seen.has(page.next) || last !== undefined && enough(last)) return { items, cut: false };
    seen.add(cursor = page.next);
  }
  return { items, cut: true };
}
