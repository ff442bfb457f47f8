import { Panel, useStore } from "@xyflow/react";
import { Keyboard, Map as MapIcon, Maximize, Minus, Plus, StickyNote, WandSparkles } from "lucide-react";
import { addNote, isTidy, tidy } from "../model/change";
import { useBuilder, useBuilderStore } from "./store";
import type { View } from "./useView";

/** Zoom, fit, map, notes and keys, in the canvas's corner. */
export function Tools({ map, onMap, view }: { map: boolean; onMap: () => void; view: View }) {
  const builder = useBuilderStore();
  const zoom = useStore(s => Math.round(s.transform[2] * 100));
  const readOnly = useBuilder(s => s.readOnly);
  const isAllTidy = useBuilder(s => isTidy(s.history.now));
  const tool = (label: string, icon: React.ReactNode, act: () => void, more: { pressed?: boolean; disabled?: boolean; look?: string } = {}) => (
    <button type="button" className={`tool ${more.look ?? ""}`} aria-label={label} title={label} onClick={act} disabled={more.disabled} {...(more.pressed === undefined ? {} : { "aria-pressed": more.pressed })}>{icon}</button>
  );
  return (
    <Panel position="bottom-left" className="canvas-tools" role="toolbar" aria-label="Canvas">
      {tool("Zoom out", <Minus size={16} aria-hidden />, () => view.zoomBy(0.8))}
      <button type="button" className="tool zoom" aria-label={`Zoom ${zoom} %: back to 100 %`} title="Back to 100 %" onClick={() => view.zoomTo(1)}>{zoom} %</button>
      {tool("Zoom in", <Plus size={16} aria-hidden />, () => view.zoomBy(1.25))}
      {tool("Fit to screen", <Maximize size={16} aria-hidden />, () => view.fit())}
      {tool("Map", <MapIcon size={16} aria-hidden />, onMap, { pressed: map, look: "tool-map" })}
      {!readOnly && <span className="tools-gap" aria-hidden />}
      {!readOnly && tool("Add a note", <StickyNote size={16} aria-hidden />, () => builder.getState().edit(d => addNote(d, view.centre()).definition, "Added a note"))}
      {!readOnly && tool("Tidy up", <WandSparkles size={16} aria-hidden />, () => builder.getState().edit(tidy, "Tidied up"), { disabled: isAllTidy })}
      {tool("All keys", <Keyboard size={16} aria-hidden />, () => builder.getState().set({ help: true }))}
    </Panel>
  );
}
