import type { Api } from "../../api/client";
import { useNow } from "../../api/clock";
import { useSettings } from "../../api/lists";
import { usePaged } from "../../api/paged";
import { listRecords } from "../../api/records";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { dueGroups } from "./dueGroups";
import { fitting, type TaskWish } from "./taskWish";
import { TaskGroups } from "./TaskGroups";

/** What was done, part by part: over the years it grows without end. */
export function DoneTasks({ wish }: { wish: TaskWish }) {
  const [zone, now] = [useSettings().data?.timeZone, useNow()];
  // Of nobody in particular, and of a plain kind, are not asked for by a name; those are picked out here.
  const only = { status: "done", ...(wish.kind && wish.kind !== "task" ? { kind: wish.kind } : {}), ...(wish.who && wish.who !== "-" ? { assignedTo: wish.who } : {}) };
  const list = usePaged(["tasks", "done", only], cursor => listRecords<Api<"WorkTask">>("/api/tasks", cursor, only), 60_000);
  return <>
    <Loaded query={list}>{items => <TaskGroups groups={dueGroups(items.filter(fitting(wish)), now, zone, true)} none={list.hasNextPage ? "Nothing among the newest" : "Nothing here"} hint={list.hasNextPage ? "There are older ones; show more to look among them." : "What is done is listed here."} />}</Loaded>
    <More query={list} />
  </>;
}
