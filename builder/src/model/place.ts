import { isLast, type Definition, type Step } from "./definition";
import { newStepId, type NewId } from "./ids";
import { onlyThrough } from "./reach";
import { hasOutlet, readOutlet, waysOf, writeOutlet, type Outlet } from "./ways";

/** Whether a step of this type may be put there: nothing can follow a Go To or an End, so they only go where a path ends. */
export function mayPlace(definition: Definition, outlet: Outlet, type: string): boolean {
  if (!hasOutlet(definition, outlet)) return false;
  return !isLast(type) || onlyThrough(definition, writeOutlet(definition, outlet, null)).length === 0;
}

/** Puts a new step on an edge or under an end. What followed goes on after it; after a fork, every way leads there. */
export function addStep(definition: Definition, outlet: Outlet, step: Step, make?: NewId): { definition: Definition; id: string } {
  const id = newStepId(definition, make);
  const follows = readOutlet(definition, outlet);
  let next: Definition = { ...definition, steps: { ...definition.steps, [id]: step } };
  if (follows !== null && follows in definition.steps)
    for (const way of waysOf(id, step)) if (!way.jump && way.target === null) next = writeOutlet(next, way.outlet, follows);
  return { definition: writeOutlet(next, outlet, id), id };
}
