import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, take } from "../../api/client";
import { useBuilderStore } from "../../canvas/store";
import type { WorkflowView } from "./Workbench";

/** Who is where, kept up to date while a published workflow is looked at. */
export function useCounts(workflow: WorkflowView) {
  const builder = useBuilderStore();
  const stats = useQuery({ queryKey: ["workflows", workflow.id, "stats"], enabled: workflow.version > 0, refetchInterval: 10_000, queryFn: () => take(api.GET("/api/workflows/{id}/stats", { params: { path: { id: workflow.id } } })) });
  useEffect(() => {
    if (!stats.data) return;
    const before = builder.getState().counts;
    const counts = new Map(stats.data.steps.map(s => {
      const now = { waiting: Number(s.waiting), done: Number(s.done), failed: Number(s.failed), skipped: Number(s.skipped), entered: Number(s.entered) };
      const was = before.get(s.id);
      return [s.id, was && JSON.stringify(was) === JSON.stringify(now) ? was : now] as const;
    }));
    builder.getState().set({ counts });
  }, [stats.data, builder]);
  return stats;
}
