import { isBranching, type Definition, type Target } from "./definition";
import { dagOf, joins } from "./graph";
import { forks, mainOutlet, readOutlet, waysOf, type Outlet } from "./ways";

/** A step with everything that hangs in its branches, and where its ways come together again. */
export interface Block { head: string; ids: string[]; join: Target }

export function blockOf(definition: Definition, head: string): Block {
  const step = definition.steps[head]!;
  if (!forks(step, head)) return { head, ids: [head], join: readMain(definition, head) };
  const dag = dagOf(definition);
  const join = isBranching(step)
    ? joins(dag, id => waysOf(id, definition.steps[id]!).some(w => !w.jump && w.target === null)).get(head) ?? null
    // A timeout or failure is a side path: what follows the step is what follows when all goes well.
    : readMain(definition, head);
  const below = down(definition, dag.next, waysOf(head, step).filter(w => !w.jump && w.outlet !== (isBranching(step) ? "" : mainOutlet(head, step))).map(w => w.target), join);
  return { head, ids: [head, ...ownOf(definition, dag, head, below, join)], join };
}

function readMain(definition: Definition, id: string): Target {
  const outlet = mainOutlet(id, definition.steps[id]!);
  const target = outlet ? readOutlet(definition, outlet) : null;
  return target !== null && target in definition.steps ? target : null;
}

function down(definition: Definition, next: Map<string, string[]>, from: Target[], until: Target) {
  const found = new Set<string>();
  const open = from.filter((id): id is string => id !== null && id in definition.steps);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || id === until) continue;
    found.add(id);
    open.push(...next.get(id)!);
  }
  return found;
}

/** Of the steps below, those that nobody else leads to. */
function ownOf(definition: Definition, dag: ReturnType<typeof dagOf>, head: string, below: Set<string>, join: Target) {
  const outside = dag.roots.filter(id => id !== head);
  const others = new Set<string>();
  const open = [...outside];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (others.has(id) || id === head) continue;
    others.add(id);
    open.push(...dag.next.get(id)!);
  }
  // What follows the join belongs to nobody in particular.
  if (join !== null) for (const id of down(definition, dag.next, [join], null)) others.add(id);
  if (!isBranching(definition.steps[head]!)) {
    const main = mainOutlet(head, definition.steps[head]!);
    for (const id of down(definition, dag.next, [main ? readOutlet(definition, main) : null], null)) others.add(id);
  }
  return [...below].filter(id => !others.has(id));
}

/** The way at the end of a step's main path, staying among `within`; null when the path ends for good there. */
export function tailOf(definition: Definition, head: string, within: ReadonlySet<string>): Outlet | null {
  const seen = new Set<string>();
  for (let id = head; ;) {
    if (seen.has(id)) return null;
    seen.add(id);
    const outlet = mainOutlet(id, definition.steps[id]!);
    if (outlet === null) return null;
    const target = readOutlet(definition, outlet);
    if (target === null || !within.has(target)) return outlet;
    id = target;
  }
}
