import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { Route, Routes, useSearchParams } from "react-router";
import type { Api } from "../../api/client";
import { api, take } from "../../api/client";
import { CalledContext } from "../../canvas/Sentences";
import { Shortcuts } from "../../canvas/Shortcuts";
import { useBuilder, useBuilderStore, type Finding } from "../../canvas/store";
import { useCalled } from "../../canvas/useCalled";
import { usePageKeys } from "../../canvas/useKeyboard";
import type { Definition } from "../../model/definition";
import { useSay } from "../../ui/Toasts";
import { CanvasTab } from "./CanvasTab";
import { ConflictDialog } from "./ConflictDialog";
import { NotFound } from "../../app/NotFound";
import "./tabs/tabs.css";
import { TopBar } from "./TopBar";
import { useAutosave, type SaveState } from "./useAutosave";

const EnrollmentsTab = lazy(async () => ({ default: (await import("./tabs/EnrollmentsTab")).EnrollmentsTab }));
const LogsTab = lazy(async () => ({ default: (await import("./tabs/LogsTab")).LogsTab }));
const SettingsTab = lazy(async () => ({ default: (await import("./tabs/SettingsTab")).SettingsTab }));
const StatisticsTab = lazy(async () => ({ default: (await import("./tabs/StatisticsTab")).StatisticsTab }));
const VersionsTab = lazy(async () => ({ default: (await import("./tabs/VersionsTab")).VersionsTab }));

export type WorkflowView = Api<"WorkflowView">;

/** The builder around one opened draft: its bar, its tabs, and what keeps it saved. */
export function Workbench({ workflow, loaded }: { workflow: WorkflowView; loaded: { etag: string; definition: Definition } }) {
  const builder = useBuilderStore();
  const called = useCalled();
  const say = useSay();
  const draft = useAutosave(builder, workflow.id, loaded);
  const [later, setLater] = useState<SaveState | null>(null);
  const said = useBuilder(s => s.said);
  const validated = useQuery({ queryKey: ["validate", workflow.id], gcTime: 0, queryFn: () => take(api.POST("/api/workflows/{id}/validate", { params: { path: { id: workflow.id } } })) });
  useEffect(() => { if (validated.data) builder.getState().set({ findings: validated.data.findings as Finding[] }); }, [validated.data, builder]);
  useEffect(() => { if (validated.isError && builder.getState().checked !== "done") builder.getState().set({ checked: "failed" }); }, [validated.isError, builder]);
  const force = useCallback(() => { void draft.save().then(done => { if (done) say("Saved"); }); }, [draft.save, say]);
  useEffect(() => { if (builder.getState().history.done.length > 0) void draft.save(); }, [builder, draft.save]);
  const [search] = useSearchParams();
  usePageKeys(builder, force, !search.has("enrollment") && !search.has("version"));
  return (
    <CalledContext value={called}>
      <div className="builder">
        <TopBar workflow={workflow} draft={draft} onDecide={() => setLater(null)} />
        <Suspense fallback={<p className="page quiet" role="status">Loading…</p>}><Routes>
          <Route index element={<CanvasTab workflow={workflow} save={draft.save} />} />
          <Route path="settings" element={<SettingsTab workflow={workflow} />} />
          <Route path="enrollments" element={<EnrollmentsTab workflow={workflow} />} />
          <Route path="logs" element={<LogsTab workflow={workflow} />} />
          <Route path="statistics" element={<StatisticsTab workflow={workflow} />} />
          <Route path="versions" element={<VersionsTab workflow={workflow} save={draft.save} />} />
          <Route path="*" element={<NotFound />} />
        </Routes></Suspense>
        {draft.state.kind === "conflict" && later !== draft.state && <ConflictDialog conflict={draft.state} settle={draft.settle} onLater={() => setLater(draft.state)} />}
        <Shortcuts />
        <div className="hidden" role="status" aria-live="polite">{said}</div>
      </div>
    </CalledContext>
  );
}
