import type { Definition } from "./definition";
import { beginnings } from "./reach";
import { waysOf } from "./ways";

/** The steps without jumps and without ways back up, so that it can be drawn from top to bottom. */
export interface Dag {
  /** Every step after all that lead to it. */
  order: string[];
  next: Map<string, string[]>;
  before: Map<string, string[]>;
  /** Ways that lead back up: `s9/next`. */
  back: Set<string>;
  /** Beginnings: the start, triggers with a start of their own, goals nothing leads to, then loose ends. */
  roots: string[];
}

export function dagOf(definition: Definition): Dag {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const [next, before, back] = [new Map<string, string[]>(), new Map<string, string[]>(), new Set<string>()];
  for (const id of Object.keys(definition.steps)) { next.set(id, []); before.set(id, []); }

  // Depth first with a stack of its own: 500 steps in one chain must not exhaust the other.
  const visit = (root: string) => {
    if (state.has(root)) return;
    const frame = (id: string) => ({ id, ways: waysOf(id, definition.steps[id]!).filter(w => !w.jump && w.target !== null && w.target in definition.steps), at: 0 });
    const stack = [frame(root)];
    state.set(root, "open");
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const way = top.ways[top.at++];
      if (!way) { state.set(top.id, "done"); order.push(top.id); stack.pop(); continue; }
      const target = way.target!;
      if (state.get(target) === "open") { back.add(way.outlet); continue; }
      next.get(top.id)!.push(target);
      before.get(target)!.push(top.id);
      if (!state.has(target)) { state.set(target, "open"); stack.push(frame(target)); }
    }
  };
  const roots = [...new Set([...beginnings(definition), ...looseHeads(definition), ...Object.keys(definition.steps)])];
  roots.forEach(visit);
  order.reverse();
  const starts = beginningsNotGoals(definition);
  return { order, next, before, back, roots: roots.filter(id => before.get(id)!.length === 0 || starts.has(id)) };
}

const beginningsNotGoals = (definition: Definition) =>
  new Set([definition.start, ...definition.triggers.map(t => t.start ?? null)].filter((id): id is string => id !== null && id in definition.steps));

/** Steps that nothing points to: where what hangs together begins. */
function looseHeads(definition: Definition) {
  const pointed = new Set(Object.entries(definition.steps).flatMap(([id, step]) => waysOf(id, step).filter(w => !w.jump).map(w => w.target)));
  return Object.keys(definition.steps).filter(id => !pointed.has(id));
}

/** Each step's nearest step through which every path to it leads; null for beginnings and what several of them share. */
export function dominators(dag: Dag): Map<string, string | null> {
  return nearestCommon(dag.order, dag.before, new Set(dag.roots));
}

/** The same from below: the nearest step that every path from here comes through; null when they end apart. */
export function joins(dag: Dag, mayEnd: (id: string) => boolean): Map<string, string | null> {
  const ends = new Set(dag.order.filter(id => dag.next.get(id)!.length === 0 || mayEnd(id)));
  return nearestCommon([...dag.order].reverse(), dag.next, ends);
}

/** Cooper, Harvey and Kennedy's way; one pass is enough without circles. */
function nearestCommon(order: string[], before: Map<string, string[]>, roots: Set<string>) {
  const [above, depth] = [new Map<string, string | null>(), new Map<string, number>()];
  for (const id of order) {
    let common: string | null | undefined = roots.has(id) ? null : undefined;
    for (const from of new Set(before.get(id)!)) {
      if (!depth.has(from)) continue;
      common = common === undefined ? from : meet(common, from);
    }
    above.set(id, common ?? null);
    depth.set(id, common ? depth.get(common)! + 1 : 0);
  }
  return above;

  function meet(a: string | null, b: string | null) {
    while (a !== b) {
      if (a === null || b === null) return null;
      if (depth.get(a)! >= depth.get(b)!) a = above.get(a) ?? null; else b = above.get(b) ?? null;
    }
    return a;
  }
}
