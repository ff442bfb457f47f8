import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Api } from "../../api/client";
import { changeWorkflow } from "../../api/workflows";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { useSay } from "../../ui/Toasts";
import { Wrong } from "../../ui/Wrong";

export function MoveDialog({ view, folders, onClose }: { view: Api<"WorkflowView">; folders: string[]; onClose: () => void }) {
  const [folder, setFolder] = useState(view.folder ?? "");
  const [known, queries, say] = [useId(), useQueryClient(), useSay()];
  const save = useMutation({
    mutationFn: () => changeWorkflow(view.id, { folder: folder.trim() || null }),
    onSuccess: () => { say(folder.trim() ? `Moved to ${folder.trim()}.` : "Moved out of its folder."); void queries.invalidateQueries({ queryKey: ["workflows"] }); onClose(); },
  });
  return (
    <Dialog open onClose={onClose} title="Move to a folder" about={`Where should “${view.name}” be?`}>
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        <Field label="Folder" optional help="Choose one, or type the name of a new one. Empty: no folder.">
          <input list={known} value={folder} onChange={e => setFolder(e.target.value)} maxLength={100} autoFocus />
        </Field>
        <datalist id={known}>{folders.map(one => <option key={one} value={one} />)}</datalist>
        <Wrong error={save.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending}>Move</Button></div>
      </form>
    </Dialog>
  );
}
