import { useState } from "react";
import { Field } from "../../../ui/Field";
import { useChange } from "../useChange";
import type { WorkflowView } from "../Workbench";

/** The folder in the list of workflows; saved at once, for it is no part of the draft. */
export function FolderField({ workflow }: { workflow: WorkflowView }) {
  const [folder, setFolder] = useState(workflow.folder ?? "");
  const move = useChange(workflow.id, "Moved");
  return <Field label="Folder" optional><input className="input" value={folder} maxLength={200} onChange={event => setFolder(event.target.value)} onBlur={() => { if (folder.trim() !== (workflow.folder ?? "")) move.mutate({ folder: folder.trim() || null }); }} /></Field>;
}
