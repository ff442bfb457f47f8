import { Folder } from "lucide-react";
import { Link } from "react-router";
import type { Api } from "../../api/client";
import { Status } from "../../ui/status";
import { When } from "../../ui/When";
import { FigureCells } from "./FigureCells";
import { RowMenu } from "./RowMenu";

export function WorkflowRow({ view, folders }: { view: Api<"WorkflowView">; folders: string[] }) {
  return (
    <tr>
      <td className="workflow-name">
        {view.deletedAt ? <strong>{view.name}</strong> : <Link to={`/workflows/${view.id}`}>{view.name}</Link>}
        {view.folder && <small className="quiet"><Folder size={13} aria-hidden /> {view.folder}</small>}
      </td>
      <td><Status of="workflow" is={view.status} />{view.version > 0 && view.hasDraftChanges && <small className="quiet block">Draft has changes</small>}</td>
      <FigureCells view={view} />
      <td className="quiet nowrap"><When at={view.deletedAt ?? view.changedAt} ago /></td>
      <td className="menu-cell"><RowMenu view={view} folders={folders} /></td>
    </tr>
  );
}
