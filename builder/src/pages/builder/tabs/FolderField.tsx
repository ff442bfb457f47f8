import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, take, takeTagged } from "../../../api/client";
import { Field } from "../../../ui/Field";
import { useSay } from "../../../ui/Toasts";
import type { WorkflowView } from "../Workbench";

/** The folder in the list of workflows; saved at once, for it is no part of the draft. */
export function FolderField({ workflow }: { workflow: WorkflowView }) {
  const [folder, setFolder] = useState(workflow.folder ?? "");
  const queries = useQueryClient();
  const say = useSay();
  const move = useMutation({
    mutationFn: async () => {
      const { etag } = await takeTagged(api.GET("/api/workflows/{id}", { params: { path: { id: workflow.id } } }));
      return take(api.PATCH("/api/workflows/{id}", { params: { path: { id: workflow.id }, header: { "If-Match": etag } }, body: { folder: folder.trim() || null } }));
    },
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ["workflow", workflow.id] }); say("Moved"); },
    onError: error => say(error.message, "bad"),
  });
  return <Field label="Folder" optional><input className="input" value={folder} maxLength={200} onChange={event => setFolder(event.target.value)} onBlur={() => { if (folder.trim() !== (workflow.folder ?? "")) move.mutate(); }} /></Field>;
}
