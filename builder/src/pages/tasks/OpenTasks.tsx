import { useState } from "react";
import { useNow } from "../../api/clock";
import { useSettings } from "../../api/lists";
import { Button } from "../../ui/Button";
import { Loaded } from "../../ui/Loaded";
import { dueGroups } from "./dueGroups";
import { useOpenTasks } from "./openTasks";
import { fitting, type TaskWish } from "./taskWish";
import { TaskGroups } from "./TaskGroups";

/** What is to be done, the most urgent first. */
export function OpenTasks({ wish }: { wish: TaskWish }) {
  const [times, setTimes] = useState(1);
  const [zone, now, list] = [useSettings().data?.timeZone, useNow(), useOpenTasks(5_000, times)];
  const all = !wish.who && !wish.kind && !wish.due;
  return (
    <Loaded query={list}>{({ items, cut }) => <>
      {cut && <p className="row" role="note"><span>There are more tasks than the newest {items.length.toLocaleString("en-US")} that are shown here.</span> <Button small disabled={list.isPlaceholderData} onClick={() => setTimes(times + 1)}>{list.isPlaceholderData ? "Loading…" : "Show more"}</Button></p>}
      <TaskGroups groups={dueGroups(items.filter(fitting(wish)), now, zone, false).filter(group => !wish.due || group.key === wish.due)} none={cut ? "Nothing among those shown" : all ? "Nothing to do" : "Nothing here"} hint="When a workflow needs a person, it is put on this list." />
    </>}</Loaded>
  );
}
