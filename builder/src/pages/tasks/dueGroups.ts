import type { Api } from "../../api/client";
import { byTime, wall } from "../../ui/time";

type Task = Api<"WorkTask">;
export interface Group { key: string; label: string; tasks: Task[] }

const labels = { overdue: "Overdue", today: "Today", later: "Later", none: "No date" } as const;

/** Tasks by when they are due on the practice's calendar, the most urgent first; what is done, by when it was done. */
export function dueGroups(tasks: Task[], now: number, zone: string | undefined, done: boolean): Group[] {
  if (done) return tasks.length === 0 ? [] : [{ key: "done", label: "Done", tasks: [...tasks].sort((a, b) => byTime(b.completedAt, a.completedAt)) }];
  const today = wall(new Date(now).toISOString(), zone).slice(0, 10);
  const place = ({ dueAt }: Task): keyof typeof labels =>
    !dueAt ? "none" : Date.parse(dueAt) < now ? "overdue" : wall(dueAt, zone).slice(0, 10) === today ? "today" : "later";
  const byDue = [...tasks].sort((a, b) => byTime(a.dueAt ?? a.createdAt, b.dueAt ?? b.createdAt));
  return (Object.keys(labels) as (keyof typeof labels)[])
    .map(key => ({ key, label: labels[key], tasks: byDue.filter(task => place(task) === key) }))
    .filter(group => group.tasks.length > 0);
}
