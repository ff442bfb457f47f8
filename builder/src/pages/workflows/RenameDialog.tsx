import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Api } from "../../api/client";
import { changeWorkflow } from "../../api/workflows";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";

export function RenameDialog({ view, onClose }: { view: Api<"WorkflowView">; onClose: () => void }) {
  const [name, setName] = useState(view.name);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => changeWorkflow(view.id, { name }),
    onSuccess: () => { void queries.invalidateQueries({ queryKey: ["workflows"] }); onClose(); },
  });
  return (
    <Dialog open onClose={onClose} title="Rename the workflow">
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        <Field label="Name"><input value={name} onChange={e => setName(e.target.value)} maxLength={200} required autoFocus /></Field>
        <Wrong error={save.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending || !name.trim()}>Rename</Button></div>
      </form>
    </Dialog>
  );
}
