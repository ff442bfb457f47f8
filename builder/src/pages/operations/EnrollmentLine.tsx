import { Link } from "react-router";
import type { Api } from "../../api/client";
import { contactName, nameIn, useContact, useWorkflows } from "../../api/lists";
import { useStepName } from "../../api/steps";
import { words } from "../../ui/codes";
import { ContactLink } from "../../ui/ContactLink";
import { Status } from "../../ui/status";
import { Tick } from "../../ui/Tick";
import { When } from "../../ui/When";
import { DeedMenu } from "./DeedMenu";

/** One enrollment in a list; `within` the list of one workflow its name is left out. */
export function EnrollmentLine({ enrollment, chosen, onChoose, within }: { enrollment: Api<"EnrollmentView">; chosen?: boolean; onChoose?: (on: boolean) => void; within?: boolean }) {
  const workflows = useWorkflows();
  const step = useStepName(enrollment.workflowId, enrollment.version, enrollment.stepId);
  const contact = useContact(enrollment.contactId).data;
  const name = contact ? contactName(contact) : "the enrollment";
  const over = !!enrollment.finishedAt;
  return (
    <tr className={chosen ? "is-chosen" : ""}>
      {onChoose && <td className="menu-cell"><Tick bare label={`Choose ${name} in ${nameIn(workflows, enrollment.workflowId)}`} checked={chosen ?? false} onChange={e => onChoose(e.target.checked)} /></td>}
      <td><ContactLink id={enrollment.contactId} /></td>
      {!within && <td><Link to={`/workflows/${enrollment.workflowId}?enrollment=${enrollment.id}`}>{nameIn(workflows, enrollment.workflowId)}</Link></td>}
      <td><Status of="enrollment" is={enrollment.status} />{enrollment.reason && <small className="quiet block">{words(enrollment.reason)}</small>}</td>
      <td>{step}{!over && enrollment.waitsFor && <small className="quiet block">{words(enrollment.waitsFor)}</small>}</td>
      <td className="nowrap">{!over && <When at={enrollment.nextAt ?? (enrollment.stepId ? null : enrollment.startAt)} />}</td>
      <td className="quiet nowrap"><When at={enrollment.enrolledAt} ago /></td>
      <td className="menu-cell"><DeedMenu enrollment={enrollment} name={name} /></td>
    </tr>
  );
}
