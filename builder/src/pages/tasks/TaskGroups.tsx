import { CheckSquare } from "lucide-react";
import { Empty } from "../../ui/Empty";
import type { Group } from "./dueGroups";
import { TaskCard } from "./TaskCard";

/** Tasks under the headings of when they are due. */
export function TaskGroups({ groups, none, hint }: { groups: Group[]; none: string; hint: string }) {
  if (groups.length === 0) return <Empty icon={<CheckSquare />} title={none}>{hint}</Empty>;
  return groups.map(group => (
    <section key={group.key} className="task-group" aria-label={group.label}>
      <h2 className={group.key}>{group.label} <span className="quiet">{group.tasks.length}</span></h2>
      <ul className="task-list">{group.tasks.map(task => <TaskCard key={task.id} task={task} overdue={group.key === "overdue"} />)}</ul>
    </section>
  ));
}
