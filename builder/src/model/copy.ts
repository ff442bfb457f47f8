import type { Definition, Step } from "./definition";
import { tailOf } from "./block";
import { newStepId, type NewId } from "./ids";
import { inOrder, onlyThrough, reachable } from "./reach";
import { readOutlet, stepOf, waysOf, writeOutlet, type Outlet } from "./ways";

/** Says of a text on the clipboard that it holds steps, also those of another workflow. */
export const marker = "aesthetix.steps/1";
export interface Clip { marker: typeof marker; steps: Record<string, Step>; heads: string[] }

/** Steps with the ways between them; ways that led out of them end, jumps keep their target. */
export function copySteps(definition: Definition, ids: Iterable<string>): Clip {
  const wanted = new Set(ids);
  const chosen = inOrder(definition).filter(id => wanted.has(id));
  const within = new Set(chosen);
  let steps: Definition = { ...definition, triggers: [], start: null, steps: Object.fromEntries(chosen.map(id => [id, definition.steps[id]!])) };
  for (const id of chosen)
    for (const way of waysOf(id, steps.steps[id]!)) if (!way.jump && way.target !== null && !within.has(way.target)) steps = writeOutlet(steps, way.outlet, null);
  return { marker, steps: steps.steps, heads: headsOf(steps, chosen) };
}

/** The fewest steps from which all the others are reached. */
function headsOf(definition: Definition, chosen: readonly string[]): string[] {
  const below = (id: string) => waysOf(id, definition.steps[id]!).filter(w => !w.jump && w.target !== null && w.target !== id).map(w => w.target!);
  const pointed = new Set(chosen.flatMap(below));
  const [heads, reached]: [string[], Set<string>] = [[], new Set()];
  for (const id of [...chosen.filter(one => !pointed.has(one)), ...chosen]) {
    if (reached.has(id)) continue;
    heads.push(id);
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (reached.has(at)) continue;
      reached.add(at);
      open.push(...below(at));
    }
  }
  return heads;
}

export function readClip(text: string): Clip | null {
  try {
    const clip = JSON.parse(text) as Clip;
    return clip?.marker === marker && Object.keys(clip.steps).length > 0 && clip.heads.every(id => id in clip.steps) ? clip : null;
  } catch { return null; }
}

/** Puts copied steps on an edge or under an end, with new ids. Several chains come one after another.
 * Nothing is pasted (no ids) where the copied steps end their path and something would be cut off. */
export function pasteSteps(definition: Definition, outlet: Outlet, clip: Clip, make?: NewId): { definition: Definition; ids: string[] } {
  const names = new Map<string, string>();
  let next = definition;
  for (const id of Object.keys(clip.steps)) {
    const fresh = newStepId(next, make);
    names.set(id, fresh);
    next = { ...next, steps: { ...next.steps, [fresh]: clip.steps[id]! } };
  }
  for (const id of names.values()) next = renamed(next, id, names);
  const within = new Set(names.values());
  const follows = readOutlet(definition, outlet);
  let at: Outlet | null = outlet;
  for (const head of clip.heads.map(id => names.get(id)!)) {
    if (at === null) return { definition, ids: [] };
    next = writeOutlet(next, at, head);
    at = tailOf(next, head, within) ?? openIn(next, within);
  }
  if (follows !== null && follows in definition.steps) {
    if (at === null) return { definition, ids: [] };
    next = writeOutlet(next, at, follows);
    // A fork copied without its branches: all of its ways go on to what follows, as with a new one.
    for (const id of within)
      if (Object.keys(clip.steps).length === 1) for (const way of waysOf(id, next.steps[id]!)) if (!way.jump && way.target === null) next = writeOutlet(next, way.outlet, follows);
  }
  const reached = reachable(next);
  const whole = onlyThrough(definition, next).length === 0 && (!reached.has(stepOf(outlet) ?? [...within][0]!) || [...within].every(id => reached.has(id)));
  return whole ? { definition: next, ids: [...within] } : { definition, ids: [] };
}

const openIn = (definition: Definition, within: ReadonlySet<string>): Outlet | null =>
  [...within].flatMap(id => waysOf(id, definition.steps[id]!)).findLast(way => !way.jump && way.target === null)?.outlet ?? null;

/** What a copied step named among the copied it names under the new ids. */
function renamed(definition: Definition, id: string, names: ReadonlyMap<string, string>): Definition {
  let next = definition;
  for (const way of waysOf(id, next.steps[id]!)) {
    if (way.target === null) continue;
    if (names.has(way.target)) next = writeOutlet(next, way.outlet, names.get(way.target)!);
    else if (!(way.target in next.steps)) next = writeOutlet(next, way.outlet, null);
  }
  const text = JSON.stringify(next.steps[id]!.config ?? null);
  const swapped = text.replace(/(\{\{\s*(?:#\w+\s+)?steps\.)([A-Za-z0-9_-]+)/g, (all, before: string, step: string) => names.has(step) ? before + names.get(step)! : all);
  const config = JSON.parse(swapped) as Step["config"];
  const watched = config?.["stepId"];
  if (config && typeof watched === "string" && names.has(watched)) config["stepId"] = names.get(watched)!;
  const step = next.steps[id]!;
  return { ...next, steps: { ...next.steps, [id]: step.config ? { ...step, config: config! } : step } };
}
