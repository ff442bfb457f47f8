import { useQuery } from "@tanstack/react-query";
import type { Api } from "../../api/client";
import { readSome } from "../../api/paged";
import { listRecords } from "../../api/records";

const parts = 20;
/** What one answer holds; more is read in parts, and therefore not as often. */
const few = 100;

/** What is still to be done, all of it, since it is put in order by when it is due; `cut` where that was too much to read at once. */
export const useOpenTasks = (every: number, times = 1) => useQuery({
  queryKey: ["tasks", "open", times], refetchInterval: query => (query.state.data?.items.length ?? 0) > few ? 4 * every : every, placeholderData: last => last,
  queryFn: () => readSome(cursor => listRecords<Api<"WorkTask">>("/api/tasks", cursor, { status: "open" }), parts * times),
});
