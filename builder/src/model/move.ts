import type { Definition } from "./definition";
import { blockOf, tailOf } from "./block";
import { onlyThrough, reachable } from "./reach";
import { allOutlets, hasOutlet, readOutlet, outletsInto, stepOf, writeOutlet, type Outlet } from "./ways";

/** Moves a step, with whatever hangs in its branches, onto another edge. The same definition when it cannot lie there. */
export function moveStep(definition: Definition, id: string, outlet: Outlet): Definition {
  if (!(id in definition.steps) || !hasOutlet(definition, outlet)) return definition;
  const block = looseBlock(definition, id) ?? blockOf(definition, id);
  const within = new Set(block.ids);
  const holder = stepOf(outlet);
  if (holder !== null && within.has(holder)) return definition;
  if (readOutlet(definition, outlet) === id) return definition;

  // Out: what led to it leads on to what followed; what left the block ends for now.
  let next = definition;
  for (const into of outletsInto(definition, id)) {
    const from = stepOf(into.outlet);
    if (into.jump || from !== null && within.has(from)) continue;
    next = writeOutlet(next, into.outlet, block.join);
  }
  const open = allOutlets(next).filter(({ outlet: s, target, jump }) => !jump && within.has(stepOf(s) ?? "") && target !== null && target === block.join && !within.has(target));
  for (const out of open) next = writeOutlet(next, out.outlet, null);

  // In: at the outlet, and everything that went on after the block now goes on to what followed the outlet.
  const follows = readOutlet(next, outlet);
  next = writeOutlet(next, outlet, id);
  if (follows !== null) {
    const tail = tailOf(next, id, within);
    const ends = open.length > 0 ? open.map(out => out.outlet) : tail ? [tail] : [];
    if (ends.length === 0) return definition;
    for (const end of ends) next = writeOutlet(next, end, follows);
  }
  return onlyThrough(definition, next).length > 0 ? definition : withoutShift(next, id);
}

/** A loose step is put back together with all that hangs below it. */
function looseBlock(definition: Definition, id: string) {
  const reached = reachable(definition);
  if (reached.has(id)) return null;
  const ids: string[] = [];
  const open = [id];
  const seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at) || reached.has(at) || !(at in definition.steps)) continue;
    seen.add(at);
    ids.push(at);
    open.push(...allOutlets(definition).filter(one => stepOf(one.outlet) === at && !one.jump && one.target !== null).map(one => one.target!));
  }
  return { head: id, ids, join: null };
}

function withoutShift(definition: Definition, id: string): Definition {
  if (!definition.layout?.shifts?.[id]) return definition;
  const { [id]: _, ...shifts } = definition.layout.shifts;
  return { ...definition, layout: { ...definition.layout, shifts } };
}
