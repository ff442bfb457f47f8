import { Link } from "react-router";
import type { Api } from "../../../api/client";
import { contactName, useContact } from "../../../api/lists";
import { words } from "../../../ui/codes";
import { ContactLink } from "../../../ui/ContactLink";
import { Status } from "../../../ui/status";
import { DeedMenu } from "../../operations/DeedMenu";
import { useWhen } from "../words";

/** One enrollment of this workflow, with what can be done with it. */
export function EnrollmentRow({ enrollment, at }: { enrollment: Api<"EnrollmentView">; at: string }) {
  const when = useWhen();
  const contact = useContact(enrollment.contactId).data;
  const next = when(enrollment.nextAt ?? (enrollment.stepId ? null : enrollment.startAt));
  return (
    <tr>
      <td><ContactLink id={enrollment.contactId} /></td>
      <td><Status of="enrollment" is={enrollment.status} />{enrollment.reason && <small className="quiet block">{words(enrollment.reason)}</small>}</td>
      <td>{at}</td>
      <td className="nowrap">{when(enrollment.enrolledAt)}</td>
      <td className="nowrap">{enrollment.finishedAt ? `Ended ${when(enrollment.finishedAt)}` : next || "–"}</td>
      <td className="number">{enrollment.version}</td>
      <td><Link to={`/workflows/${enrollment.workflowId}?enrollment=${enrollment.id}`}>Show on canvas</Link></td>
      <td className="menu-cell"><DeedMenu enrollment={enrollment} name={contact ? contactName(contact) : "the enrollment"} /></td>
    </tr>
  );
}
