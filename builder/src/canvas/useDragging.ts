import { useReactFlow, type NodeChange, type OnNodeDrag } from "@xyflow/react";
import { useCallback, useRef, useState } from "react";
import type { Catalogue } from "../catalogue/catalogue";
import { moveBranch } from "../model/branches";
import { changeNote, shiftStep } from "../model/change";
import { moveStep } from "../model/move";
import { stepOf, type Outlet } from "../model/ways";
import { moveTo } from "./commands";
import type { CardNode, Scene } from "./scene";
import { idOf, type Builder, type Key } from "./store";

const near = 84;
const nudge = 26;
type Place = { x: number; y: number; width?: number; height?: number };

/** While a card is dragged only its own place changes; the picture is drawn anew when it is let go. */
export function useDragging(builder: Builder, catalogue: Catalogue, scene: Scene) {
  const flow = useReactFlow();
  const [over, setOver] = useState<ReadonlyMap<Key, Place> | null>(null);
  const allowed = useRef(new Map<Outlet, boolean>());

  const onPositions = useCallback((changes: NodeChange<CardNode>[]) => {
    const moved = changes.filter(c => c.type === "position" && c.position && c.dragging) as { id: Key; position: Place }[];
    const sized = changes.filter(c => c.type === "dimensions" && c.dimensions && c.resizing) as { id: Key; dimensions: { width: number; height: number } }[];
    if (sized.length > 0) setOver(now => { const next = new Map(now ?? []); for (const { id, dimensions } of sized) next.set(id, { ...(next.get(id) ?? flow.getNode(id)?.position ?? { x: 0, y: 0 }), ...dimensions }); return next; });
    if (changes.some(c => c.type === "dimensions" && c.resizing === false)) setOver(null);
    if (moved.length > 0) setOver(now => { const next = new Map(now ?? []); for (const { id, position } of moved) next.set(id, { ...next.get(id), ...position }); return next; });
  }, [flow]);

  const onDrag: OnNodeDrag<CardNode> = useCallback((event, node, nodes) => {
    if (node.type !== "step" || nodes.length > 1) return;
    const point = "clientX" in event ? flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }) : null;
    if (!point) return;
    const outlet = closest(scene, point);
    const state = builder.getState();
    if (state.held !== node.id) state.set({ held: node.id });
    if (outlet !== null && !allowed.current.has(outlet)) allowed.current.set(outlet, moveStep(state.history.now, idOf(node.id), outlet) !== state.history.now);
    const drop = outlet !== null && allowed.current.get(outlet) ? outlet : null;
    if (drop !== state.drop) state.set({ drop });
  }, [builder, flow, scene]);

  const onDragStop: OnNodeDrag<CardNode> = useCallback((_event, node, nodes) => {
    const { drop, edit, set } = builder.getState();
    const was = scene.nodes.find(n => n.id === node.id)?.position ?? node.position;
    const by = { x: node.position.x - was.x, y: node.position.y - was.y };
    if (drop) moveTo(builder, catalogue, idOf(node.id), drop);
    else if (node.type === "note") edit(d => nodes.reduce((next, n) => n.type === "note" ? changeNote(next, idOf(n.id), { x: Math.round(n.position.x), y: Math.round(n.position.y) }) : next, d), "Moved a note");
    else if (node.type === "chip") reorder(builder, scene, idOf(node.id), node.position.x);
    else if (Math.hypot(by.x, by.y) > nudge) edit(d => nodes.filter(n => n.type === "step").reduce((next, n) => shiftStep(next, idOf(n.id), by), d), nodes.length > 1 ? "Put some steps aside" : "Put a step aside");
    allowed.current.clear();
    setOver(null);
    set({ drop: null, held: null });
  }, [builder, catalogue, scene]);

  return { over, onDrag, onDragStop, onPositions };
}

function closest(scene: Scene, point: Place): Outlet | null {
  let [best, least]: [Outlet | null, number] = [null, near];
  for (const [outlet, p] of scene.picture.pluses) {
    const away = Math.hypot(p.x - point.x, p.y - point.y);
    if (away < least) { best = outlet; least = away; }
  }
  return best;
}

function reorder(builder: Builder, scene: Scene, outlet: Outlet, x: number) {
  const id = stepOf(outlet)!;
  const [, kind, branch] = outlet.split("/");
  if ((kind !== "branches" && kind !== "shares") || !branch) return;
  const others = [...scene.picture.chips].filter(([s]) => s !== outlet && s.startsWith(`${id}/${kind}/`)).map(([, p]) => p.x);
  const half = (scene.nodes.find(n => n.id === `b:${outlet}`)?.width ?? 0) / 2;
  // It has passed another once it covers a good part of it.
  const from = scene.picture.chips.get(outlet)!.x;
  const reach = x + half > from ? 50 : -50;
  builder.getState().edit(d => moveBranch(d, id, branch, others.filter(other => other < x + half + reach).length), "Moved a branch");
}
