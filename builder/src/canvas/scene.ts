import type { Edge, Node } from "@xyflow/react";
import type { Definition, Note } from "../model/definition";
import { picture, size, type Line, type Picture } from "../model/layout";
import { stepKey, type Key } from "./store";

export const below = 48;
export const noteSize = { width: 208, height: 132 };
export const hubSize = { width: 8, height: 44 };

export type CardNode = Node<{ id: string }, "step" | "trigger" | "chip" | "end" | "note" | "hub" | "add">;
export type LineEdge = Edge<{ outlet: string; look: Line["look"] }, "line">;
export interface Scene { nodes: CardNode[]; edges: LineEdge[]; picture: Picture; keys: Key[] }

const middle = (width: number, height: number, targetY = 0) => [
  { type: "target" as const, position: "top" as never, x: width / 2, y: targetY, width: 0, height: 0 },
  { type: "source" as const, position: "bottom" as never, x: width / 2, y: height, width: 0, height: 0 },
];

function node(type: CardNode["type"], key: Key, id: string, x: number, y: number, width: number, height: number, more: Partial<CardNode> = {}): CardNode {
  return { id: key, type, data: { id }, position: { x: x - width / 2, y }, width, height, measured: { width, height }, handles: middle(width, more.type === undefined && (type === "step" || type === "chip") ? height - below : height), ...more } as CardNode;
}

/** What React Flow draws. Cards that did not change keep their object, so that they are not drawn again. */
export function sceneOf(definition: Definition, last: Scene | null): Scene {
  const drawn = picture(definition);
  const { card, chip, end } = size;
  const nodes: CardNode[] = [];
  for (const [id, p] of drawn.triggers) nodes.push(node("trigger", `t:${id}`, id, p.x, p.y, card.width, card.height, { draggable: false }));
  nodes.push(node("add", "add", "", drawn.addTrigger.x, drawn.addTrigger.y, card.width, card.height, { draggable: false, selectable: false }));
  nodes.push(node("hub", "hub", "", drawn.hub.x, drawn.hub.y, hubSize.width, hubSize.height, { draggable: false, selectable: false, handles: middle(hubSize.width, 0) }));
  for (const [id, p] of drawn.steps) nodes.push(node("step", stepKey(id), id, p.x, p.y, card.width, card.height + below));
  for (const [outlet, p] of drawn.chips) nodes.push(node("chip", `b:${outlet}`, outlet, p.x, p.y, chip.width, chip.height + below));
  for (const [outlet, p] of drawn.ends) nodes.push(node("end", `e:${outlet}`, outlet, p.x, p.y, end.width, end.height, { draggable: false, selectable: false }));
  for (const n of definition.notes ?? []) nodes.push(noteNode(n));
  const edges = drawn.lines.map(edgeOf);
  return {
    picture: drawn, keys: nodes.map(n => n.id),
    nodes: reuse(nodes, last?.nodes, (a, b) => a.position.x === b.position.x && a.position.y === b.position.y && a.width === b.width && a.height === b.height),
    edges: reuse(edges, last?.edges, (a, b) => a.source === b.source && a.target === b.target && a.data?.look === b.data?.look),
  };
}

function noteNode(n: Note): CardNode {
  const [width, height] = [n.width ?? noteSize.width, n.height ?? noteSize.height];
  return { id: `n:${n.id}`, type: "note", data: { id: n.id }, position: { x: n.x, y: n.y }, width, height, measured: { width, height }, zIndex: -1 };
}

function edgeOf(line: Line): LineEdge {
  const from = line.from.kind === "step" ? stepKey(line.from.id) : line.from.kind === "chip" ? `b:${line.from.id}` : line.from.kind === "trigger" ? `t:${line.from.id}` : "hub";
  const to = line.to.kind === "step" ? stepKey(line.to.id) : line.to.kind === "chip" ? `b:${line.to.id}` : line.to.kind === "end" ? `e:${line.to.id}` : "hub";
  return { id: line.outlet, type: "line", source: from, target: to, data: { outlet: line.outlet, look: line.look }, focusable: false, selectable: false, reconnectable: false, zIndex: line.look === "jump" ? 1 : 0 };
}

function reuse<T extends { id: string }>(now: T[], last: readonly T[] | undefined, same: (a: T, b: T) => boolean): T[] {
  if (!last) return now;
  const known = new Map(last.map(item => [item.id, item]));
  let changed = now.length !== last.length;
  const merged = now.map((item, at) => {
    const before = known.get(item.id);
    const kept = before && same(before, item) ? before : item;
    if (kept !== last[at]) changed = true;
    return kept;
  });
  return changed ? merged : last as T[];
}
