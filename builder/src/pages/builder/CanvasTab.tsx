import { Canvas } from "../../canvas/Canvas";
import { Palette } from "../../canvas/Palette";
import { RemoveDialog } from "../../canvas/RemoveDialog";
import { Shortcuts } from "../../canvas/Shortcuts";
import { SidePanel } from "../../panels/SidePanel";
import type { WorkflowView } from "./Workbench";

/** The canvas with its panel. */
export function CanvasTab({ workflow: _ }: { workflow: WorkflowView }) {
  return (
    <div className="bench">
      <Canvas />
      <SidePanel />
      <Palette />
      <RemoveDialog />
      <Shortcuts />
    </div>
  );
}
