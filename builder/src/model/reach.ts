import type { Definition } from "./definition";
import { waysOf } from "./ways";

/** Where each step can lead, jumps included; only steps that exist. */
export function leadsTo(definition: Definition, id: string): string[] {
  const step = definition.steps[id];
  return step ? waysOf(id, step).map(way => way.target).filter((t): t is string => t !== null && t in definition.steps) : [];
}

/** Goals are reached from wherever the contact is, so they count as beginnings. */
export function beginnings(definition: Definition): string[] {
  const goals = Object.entries(definition.steps).filter(([, step]) => step.type === "goal" && step.enabled !== false).map(([id]) => id);
  return [definition.start, ...definition.triggers.map(t => t.start ?? null), ...goals].filter((id): id is string => id !== null && id in definition.steps);
}

/** Everything that can be reached from some steps, they included; `past` is not walked through. */
export function reachedFrom(definition: Definition, from: Iterable<string>, past: ReadonlySet<string> = new Set()): Set<string> {
  const reached = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id) || past.has(id) || !(id in definition.steps)) continue;
    reached.add(id);
    open.push(...leadsTo(definition, id));
  }
  return reached;
}

export const reachable = (definition: Definition) => reachedFrom(definition, beginnings(definition));

/** Steps to which no path leads. */
export function loose(definition: Definition): string[] {
  const reached = reachable(definition);
  return Object.keys(definition.steps).filter(id => !reached.has(id));
}

/** Steps that would be reached no longer if `ways` were cut: those that hang on them alone. */
export function onlyThrough(before: Definition, after: Definition): string[] {
  const [was, is] = [reachable(before), reachable(after)];
  return Object.keys(after.steps).filter(id => was.has(id) && !is.has(id));
}

/** Steps in the order in which they are read: down the first path, then the next. */
export function inOrder(definition: Definition): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const open: string[] = [...beginnings(definition), ...Object.keys(definition.steps)].reverse();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || !(id in definition.steps)) continue;
    seen.add(id);
    order.push(id);
    open.push(...leadsTo(definition, id).reverse());
  }
  return order;
}
