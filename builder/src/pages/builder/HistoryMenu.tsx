import { Popover } from "radix-ui";
import { History, Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useSettings } from "../../api/lists";
import { useBuilder, useBuilderStore } from "../../canvas/store";
import { clockTime } from "../../ui/time";
import "../../ui/menu.css";

/** Undo, redo, and what was done lately. */
export function HistoryMenu() {
  const builder = useBuilderStore();
  const { done, undone } = useBuilder(s => s.history);
  const zone = useSettings().data?.timeZone;
  const [open, setOpen] = useState(false);
  const last = done[done.length - 1];
  const next = undone[undone.length - 1];
  return (
    <div className="history-tools" role="group" aria-label="Changes">
      <button type="button" className="tool" aria-label={last ? `Undo: ${last.words}` : "Undo"} title={last ? `Undo: ${last.words} (Ctrl+Z)` : "Nothing to undo"} disabled={!last} onClick={() => builder.getState().undo()}><Undo2 size={17} aria-hidden /></button>
      <button type="button" className="tool" aria-label={next ? `Redo: ${next.words}` : "Redo"} title={next ? `Redo: ${next.words} (Ctrl+Shift+Z)` : "Nothing to redo"} disabled={!next} onClick={() => builder.getState().redo()}><Redo2 size={17} aria-hidden /></button>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger className="tool" aria-label="Recent changes" title="Recent changes" disabled={done.length === 0}><History size={17} aria-hidden /></Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="menu changes" align="start" sideOffset={8} aria-label="Recent changes">
            <p className="quiet">Click one to go back to before it.</p>
            {done.map((change, at) => ({ change, at })).reverse().slice(0, 30).map(({ change, at }) => (
              <button key={`${at} ${change.at}`} type="button" className="menu-item" onClick={() => { builder.getState().undoTo(at); setOpen(false); }}><span className="grow">{change.words}</span><small className="quiet">{clockTime(new Date(change.at).toISOString(), zone)}</small></button>
            ))}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
