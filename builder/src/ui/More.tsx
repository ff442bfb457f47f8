import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Button } from "./Button";
import "./more.css";

/** The rest of a list, when there is more. */
export function More({ query }: { query: Pick<UseInfiniteQueryResult, "hasNextPage" | "fetchNextPage" | "isFetchingNextPage"> }) {
  if (!query.hasNextPage) return null;
  return <div className="more"><Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{query.isFetchingNextPage ? "Loading…" : "Show more"}</Button></div>;
}
