import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "./Button";

/** What a query brought; until then that it is on its way, or why it did not come. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (value: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <div role="alert" className="card"><p>{query.error.message}</p><Button onClick={() => void query.refetch()}>Try again</Button></div>;
  return <p className="quiet" role="status">Loading…</p>;
}
