import { lazy, Suspense, useEffect } from "react";
import { useSearchParams } from "react-router";
import { Canvas } from "../../canvas/Canvas";
import { Palette } from "../../canvas/Palette";
import { RemoveDialog } from "../../canvas/RemoveDialog";
import { useBuilderStore } from "../../canvas/store";
import { SidePanel } from "../../panels/SidePanel";
import { useCounts } from "./useCounts";
import { WaitingDialog } from "./WaitingDialog";
import type { WorkflowView } from "./Workbench";

const PathView = lazy(async () => ({ default: (await import("./PathView")).PathView }));
const TestPanel = lazy(async () => ({ default: (await import("./testing/TestPanel")).TestPanel }));

/** The canvas with what stands beside it: a step's fields, a test, or a contact's way. */
export function CanvasTab({ workflow, save }: { workflow: WorkflowView; save: () => Promise<boolean> }) {
  const builder = useBuilderStore();
  const [search] = useSearchParams();
  useCounts(workflow);
  const testing = search.has("test");
  const [enrollment, version] = [search.get("enrollment"), search.get("version")];
  const step = search.get("step");
  useEffect(() => { if (testing) builder.getState().set({ panel: null }); }, [testing, builder]);
  useEffect(() => { if (step && builder.getState().history.now.steps[step]) builder.getState().open(`s:${step}`); }, [step, builder]);
  if (enrollment || version) return <PathView workflowId={workflow.id} enrollmentId={enrollment} version={version} />;
  return (
    <div className="bench">
      <Canvas />
      {testing ? <Suspense fallback={<aside className="side" aria-label="Test" />}><TestPanel id={workflow.id} save={save} /></Suspense> : <SidePanel />}
      <Palette />
      <RemoveDialog />
      <WaitingDialog workflowId={workflow.id} />
    </div>
  );
}
