import type { CardNode, LineEdge } from "./scene";
import type { Key } from "./store";

export type Way = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";
const stops = new Set(["step", "trigger", "chip", "end", "add"]);
const standsOn = (node: CardNode | undefined) => !!node && stops.has(node.type ?? "");

/** The card to which an arrow key leads: down and up along the lines, left and right among what stands side by side. */
export function walk(nodes: readonly CardNode[], edges: readonly LineEdge[], from: Key | null, way: Way): Key | null {
  const byKey = new Map(nodes.map(n => [n.id, n]));
  const here = from ? byKey.get(from) : undefined;
  if (!here) return nodes.find(standsOn)?.id ?? null;
  if (way === "ArrowDown" || way === "ArrowUp") {
    const along = follow(byKey, edges, here, way);
    if (along) return along;
  }
  return nearest(nodes.filter(n => n !== here && standsOn(n)), here, way)?.id ?? null;
}

function follow(byKey: Map<string, CardNode>, edges: readonly LineEdge[], here: CardNode, way: Way): Key | null {
  const ways = edges.filter(e => e.data?.look !== "jump" && (way === "ArrowDown" ? e.source : e.target) === here.id);
  for (const edge of ways) {
    const other = byKey.get(way === "ArrowDown" ? edge.target : edge.source);
    if (other?.type === "hub") { const on = follow(byKey, edges, other, way); if (on) return on; } else if (standsOn(other)) return other!.id;
  }
  return null;
}

const middle = (n: CardNode) => ({ x: n.position.x + (n.width ?? 0) / 2, y: n.position.y + (n.height ?? 0) / 2 });

function nearest(nodes: readonly CardNode[], here: CardNode, way: Way): CardNode | undefined {
  const at = middle(here);
  const sideways = way === "ArrowLeft" || way === "ArrowRight";
  const sign = way === "ArrowLeft" || way === "ArrowUp" ? -1 : 1;
  let best: CardNode | undefined;
  let least = Infinity;
  for (const node of nodes) {
    const to = middle(node);
    const along = (sideways ? to.x - at.x : to.y - at.y) * sign;
    const across = Math.abs(sideways ? to.y - at.y : to.x - at.x);
    if (along <= 4) continue;
    const cost = along + across * (sideways ? 4 : 2);
    if (cost < least) { least = cost; best = node; }
  }
  return best;
}
