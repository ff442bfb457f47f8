import { useQuery } from "@tanstack/react-query";
import { CheckSquare } from "lucide-react";
import { useSearchParams } from "react-router";
import type { Api } from "../../api/client";
import { useNow } from "../../api/clock";
import { useSettings, useUsers } from "../../api/lists";
import { readAll } from "../../api/paged";
import { listRecords } from "../../api/records";
import { Choice } from "../../ui/Choice";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { dueGroups } from "./dueGroups";
import { keepWhom, ofWhom } from "./ofWhom";
import { TaskCard } from "./TaskCard";
import "./tasks.css";

/** The front desk's list, by when things are due. */
export function Desk() {
  const [address, setAddress] = useSearchParams();
  const get = (key: string, usual = "") => address.get(key) ?? usual;
  const set = (key: string, value: string) => setAddress(now => { now.set(key, value); return now; }, { replace: true });
  const [users, zone, now] = [useUsers(), useSettings().data?.timeZone, useNow()];
  const list = useQuery({ queryKey: ["tasks", "all"], queryFn: () => readAll(cursor => listRecords<Api<"WorkTask">>("/api/tasks", cursor), 20), refetchInterval: 15_000 });
  const [who, kind, state, due] = [ofWhom(address, users.data), get("kind"), get("state", "open"), get("due")];
  return <>
    <div className="tools" role="search" aria-label="Tasks">
      <Choice label="Tasks of" value={who} onChange={value => { keepWhom(value); set("who", value); }}><option value="">Everybody</option><option value="-">Whoever sees it first</option>{users.data?.map(user => <option key={user.id} value={user.id}>{user.name}</option>)}</Choice>
      <Choice label="Kind" value={kind} onChange={value => set("kind", value)}><option value="">All</option><option value="task">Tasks</option><option value="call">Calls</option><option value="sms">Texts by hand</option><option value="approval">Approvals</option></Choice>
      <Choice label="Due" value={due} onChange={value => set("due", value)}><option value="">Any time</option><option value="overdue">Overdue</option><option value="today">Today</option><option value="later">Later</option><option value="none">No date</option></Choice>
      <Choice label="State" value={state} onChange={value => set("state", value)}><option value="open">To do</option><option value="done">Done</option></Choice>
    </div>
    <Loaded query={list}>{all => {
      const fits = all.filter(task => (state === "done") === !!task.completedAt && (!kind || (task.kind ?? "task") === kind) && (!who || (who === "-" ? !task.assignedTo : task.assignedTo === who)));
      const groups = dueGroups(fits, now, zone, state === "done").filter(group => !due || group.key === due);
      if (groups.length === 0) return <Empty icon={<CheckSquare />} title={state === "open" && !who && !kind && !due ? "Nothing to do" : "Nothing here"}>{state === "open" ? "When a workflow needs a person, it is put on this list." : "What is done is listed here."}</Empty>;
      return groups.map(group => (
        <section key={group.key} className="task-group" aria-label={group.label}>
          <h2 className={group.key}>{group.label} <span className="quiet">{group.tasks.length}</span></h2>
          <ul className="task-list">{group.tasks.map(task => <TaskCard key={task.id} task={task} overdue={group.key === "overdue"} />)}</ul>
        </section>
      ));
    }}</Loaded>
  </>;
}
