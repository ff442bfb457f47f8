import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useDefinition } from "../../canvas/store";
import type { Autosave } from "./useAutosave";
import type { WorkflowView } from "./Workbench";

/** Whether contacts still get something else than what is drawn. "Saved" alone reads as if they had it already. */
export function useNotLive(workflow: WorkflowView, draft: Autosave): boolean {
  const queries = useQueryClient();
  const now = useDefinition();
  // The definition that the server's word is about; until it has spoken about a newer one, an edit is not live.
  const [known, setKnown] = useState(now);
  const live = workflow.status !== "draft";
  const ask = live && draft.state.kind === "saved" && now !== known;
  useEffect(() => {
    if (!ask) return;
    let still = true;
    void queries.invalidateQueries({ queryKey: ["workflow", workflow.id] }).then(() => { if (still) setKnown(now); });
    return () => { still = false; };
  }, [ask, now, queries, workflow.id]);
  return live && (now !== known || workflow.hasDraftChanges);
}
