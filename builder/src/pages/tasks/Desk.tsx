import { useSearchParams } from "react-router";
import { useUsers } from "../../api/lists";
import { Choice } from "../../ui/Choice";
import { DoneTasks } from "./DoneTasks";
import { keepWhom, ofWhom } from "./ofWhom";
import { OpenTasks } from "./OpenTasks";
import "./tasks.css";

/** The front desk's list, by when things are due. */
export function Desk() {
  const [address, setAddress] = useSearchParams();
  const get = (key: string, usual = "") => address.get(key) ?? usual;
  const set = (key: string, value: string) => setAddress(now => { now.set(key, value); return now; }, { replace: true });
  const users = useUsers();
  const [who, kind, state, due] = [ofWhom(address, users.data), get("kind"), get("state", "open"), get("due")];
  return <>
    <div className="tools" role="search" aria-label="Tasks">
      <Choice label="Tasks of" value={who} onChange={value => { keepWhom(value); set("who", value); }}><option value="">Everybody</option><option value="-">Whoever sees it first</option>{users.data?.map(user => <option key={user.id} value={user.id}>{user.name}</option>)}</Choice>
      <Choice label="Kind" value={kind} onChange={value => set("kind", value)}><option value="">All</option><option value="task">Tasks</option><option value="call">Calls</option><option value="sms">Texts by hand</option><option value="approval">Approvals</option></Choice>
      {state !== "done" && <Choice label="Due" value={due} onChange={value => set("due", value)}><option value="">Any time</option><option value="overdue">Overdue</option><option value="today">Today</option><option value="later">Later</option><option value="none">No date</option></Choice>}
      <Choice label="State" value={state} onChange={value => set("state", value)}><option value="open">To do</option><option value="done">Done</option></Choice>
    </div>
    {state === "done" ? <DoneTasks wish={{ who, kind, due }} /> : <OpenTasks wish={{ who, kind, due }} />}
  </>;
}
