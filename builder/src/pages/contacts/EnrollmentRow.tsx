import { LogOut, Route } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { api, take, type Api } from "../../api/client";
import { nameIn, useWorkflows } from "../../api/lists";
import { useStepName } from "../../api/steps";
import { useDeed } from "../../api/useDeed";
import { words } from "../../ui/codes";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Menu } from "../../ui/Menu";
import { Status } from "../../ui/status";
import { When } from "../../ui/When";

export const isLive = (enrollment: Api<"EnrollmentView">) => !enrollment.finishedAt && !["completed", "exited", "failed"].includes(enrollment.status);

export function EnrollmentRow({ enrollment }: { enrollment: Api<"EnrollmentView"> }) {
  const [sure, setSure] = useState(false);
  const [workflows, go] = [useWorkflows(), useNavigate()];
  const step = useStepName(enrollment.workflowId, enrollment.version, enrollment.stepId);
  const remove = useDeed(() => take(api.POST("/api/enrollments/{id}/stop", { params: { path: { id: enrollment.id } }, body: {} })), { stale: [["enrollments"]], said: "Removed. Nothing more is sent from it.", then: () => setSure(false) });
  const name = nameIn(workflows, enrollment.workflowId);
  const path = `/workflows/${enrollment.workflowId}?enrollment=${enrollment.id}`;
  return (
    <tr>
      <td><Link to={path}>{name}</Link></td>
      <td><Status of="enrollment" is={enrollment.status} />{enrollment.reason && !isLive(enrollment) && <small className="quiet block">{words(enrollment.reason)}</small>}</td>
      <td>{isLive(enrollment) ? step : ""}{isLive(enrollment) && enrollment.waitsFor && <small className="quiet block">{words(enrollment.waitsFor)}</small>}</td>
      <td className="nowrap">{isLive(enrollment) && <When at={enrollment.nextAt ?? (enrollment.stepId ? null : enrollment.startAt)} />}</td>
      <td className="quiet nowrap"><When at={enrollment.enrolledAt} /></td>
      <td className="menu-cell">
        <Menu label={`What can be done in ${name}`} items={[
          { label: "Show the path", icon: <Route size={16} />, onSelect: () => void go(path) },
          ...(isLive(enrollment) ? [{ label: "Remove from the workflow", icon: <LogOut size={16} />, danger: true, onSelect: () => setSure(true) }] : []),
        ]} />
        <ConfirmDialog open={sure} onClose={() => setSure(false)} onConfirm={() => remove.mutate()} busy={remove.isPending} title={`Remove from “${name}”?`} confirm="Remove" keep="Leave it running">
          <p>The contact leaves the workflow now. What was sent stays sent; nothing more comes from it.</p>
        </ConfirmDialog>
      </td>
    </tr>
  );
}
