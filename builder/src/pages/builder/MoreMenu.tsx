import { ChevronsUpDown, FlaskConical, Pause, Play, Sparkles, Undo2 } from "lucide-react";
import { useState } from "react";
import { Dialog } from "../../ui/Dialog";
import { Menu, type MenuItem } from "../../ui/Menu";
import { SwitchList } from "./Switcher";
import { useLive } from "./useLive";
import type { WorkflowView } from "./Workbench";

/** Where there is no room for it beside the name: what else can be done with a workflow. */
export function MoreMenu({ workflow, phone, testing, readOnly, onTest, onChange }: { workflow: WorkflowView; phone: boolean; testing: boolean; readOnly: boolean; onTest: () => void; onChange: () => void }) {
  const [switching, setSwitching] = useState(false);
  const live = useLive(workflow.id);
  const items: (MenuItem | null)[] = [
    ...(phone ? [{ label: testing ? "Leave the test" : "Test workflow", icon: <FlaskConical size={15} aria-hidden />, onSelect: onTest }, { label: "Change using AI", icon: <Sparkles size={15} aria-hidden />, disabled: readOnly, onSelect: onChange }, null] : []),
    ...(workflow.status === "published" ? [{ label: "Pause everybody in it", icon: <Pause size={15} aria-hidden />, onSelect: () => live.mutate("pause") }] : []),
    ...(workflow.status === "paused" ? [{ label: "Resume", icon: <Play size={15} aria-hidden />, onSelect: () => live.mutate("resume") }] : []),
    ...(workflow.status === "draft" ? [] : [{ label: "Take back to a draft", icon: <Undo2 size={15} aria-hidden />, onSelect: () => live.mutate("unpublish") }, null]),
    { label: "Another workflow", icon: <ChevronsUpDown size={15} aria-hidden />, onSelect: () => setSwitching(true) },
  ];
  return <>
    <Menu label="More for this workflow" items={items} />
    <Dialog open={switching} onClose={() => setSwitching(false)} title="Another workflow"><SwitchList current={workflow.id} close={() => setSwitching(false)} /></Dialog>
  </>;
}
