import { DropdownMenu, Switch } from "radix-ui";
import { EllipsisVertical, Pause, Play } from "lucide-react";
import { liveWord } from "./words";
import { useLive } from "./useLive";
import type { WorkflowView } from "./Workbench";
import "../../ui/menu.css";

/** Draft or Published; turning it on publishes, turning it off lets nobody in any more. Pausing holds everybody where they are. */
export function LiveSwitch({ workflow, onPublish }: { workflow: WorkflowView; onPublish: () => void }) {
  const act = useLive(workflow.id);
  const live = workflow.status !== "draft";
  return (
    <div className="live">
      <label htmlFor="live-switch">{liveWord(workflow.status)}</label>
      <Switch.Root id="live-switch" className="switch" checked={live} disabled={act.isPending} aria-label="Published" onCheckedChange={on => on ? onPublish() : act.mutate("unpublish")}><Switch.Thumb className="switch-thumb" /></Switch.Root>
      {live && (
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger className="tool" aria-label="More for this workflow"><EllipsisVertical size={17} aria-hidden /></DropdownMenu.Trigger>
          <DropdownMenu.Portal><DropdownMenu.Content className="menu" align="end" sideOffset={6}>
            {workflow.status === "paused" ? <DropdownMenu.Item className="menu-item" onSelect={() => act.mutate("resume")}><Play size={15} aria-hidden />Resume</DropdownMenu.Item>
              : <DropdownMenu.Item className="menu-item" onSelect={() => act.mutate("pause")}><Pause size={15} aria-hidden />Pause everybody in it</DropdownMenu.Item>}
          </DropdownMenu.Content></DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
    </div>
  );
}
