import { BaseEdge, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { bend } from "./bend";
import { useBuilder } from "./store";
import type { LineEdge } from "./scene";

/** A way from one card to the next: straight down, down beside others to where paths join, or dashed where it jumps. */
export const Line = memo(function Line({ source, target, sourceX, sourceY, targetX, targetY, data }: EdgeProps<LineEdge>) {
  const { outlet, look } = data!;
  const lit = useBuilder(s => s.lit ? s.lit.outlets.has(outlet) || s.lit.outlets.has(outlet.replace(/\/chip$/, "")) && outlet.endsWith("/chip") ? "lit" : "dim" : "");
  const drop = useBuilder(s => s.drop === outlet);
  const held = useBuilder(s => s.held !== null && (s.held === source || s.held === target));
  const tall = targetY - sourceY;
  // A join runs down its own column first; a fork spreads right below its card.
  const across = look === "join" && tall > 70 ? targetY - 24 : outlet.startsWith("triggers/") ? targetY - 16 : outlet.endsWith("/chip") ? sourceY + 16 : sourceY + tall / 2;
  const path = look === "jump" ? jump(sourceX, sourceY, targetX, targetY) : bend(sourceX, sourceY, targetX, targetY, across);
  return <BaseEdge path={path} className={`flow-line ${look} ${lit} ${drop ? "drop" : ""} ${held ? "held" : ""}`} {...(look === "way" ? {} : { markerEnd: look === "jump" ? "url(#jump-arrow)" : "url(#join-arrow)" })} interactionWidth={0} />;
});

/** From a card's foot around its side up to the side of the other. */
function jump(sourceX: number, sourceY: number, targetX: number, targetY: number): string {
  const half = 136;
  const side = targetX <= sourceX ? -1 : 1;
  const [fromX, fromY] = [sourceX + side * half, sourceY - 42];
  const [toX, toY] = [targetX + (Math.abs(targetX - sourceX) < half ? side : -side) * (half + 4), targetY + 42];
  const out = Math.abs(targetX - sourceX) < half ? Math.max(fromX * side, toX * side) * side + side * 44 : (fromX + toX) / 2;
  return `M ${fromX} ${fromY} C ${out} ${fromY}, ${out} ${toY}, ${toX} ${toY}`;
}
