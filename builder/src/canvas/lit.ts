import type { Definition } from "../model/definition";
import { hasOutlet, waysOf, type Outlet } from "../model/ways";

/** A path shown on the canvas: a simulation's, or a contact's real one. */
export interface Lit {
  steps: ReadonlyMap<string, "passed" | "here" | "failed" | "skipped">;
  outlets: ReadonlySet<Outlet>;
}

export interface Visit { stepId: string; what: string; code?: string | null }

/** The way on which a path came to its end. */
const lastWay = ({ stepId, what, code }: Visit): Outlet =>
  what === "timedOut" ? `${stepId}/timeout` : what === "decided" ? code === "none" ? `${stepId}/none` : `${stepId}/branches/${code}` : `${stepId}/next`;

/** The ways between the steps that were visited one after another. */
export function light(definition: Definition, visits: readonly Visit[], stillThere: string | null): Lit {
  const steps = new Map<string, "passed" | "here" | "failed" | "skipped">();
  const outlets = new Set<Outlet>();
  let before: string | null = null;
  for (const { stepId, what } of visits) {
    const known = steps.get(stepId);
    steps.set(stepId, what === "failed" ? "failed" : what === "skipped" ? "skipped" : known === "failed" || known === "skipped" ? known : "passed");
    if (stepId === before) continue;
    if (before === null) outlets.add("start");
    else for (const way of waysOf(before, definition.steps[before] ?? { type: "end" })) if (way.target === stepId) { outlets.add(way.outlet); outlets.add(`${way.outlet}/chip`); }
    before = stepId;
  }
  if (stillThere) steps.set(stillThere, "here");
  else {
    // That it ended says nothing of how it left its last step.
    const left = visits.findLast(visit => visit.what !== "finished");
    const outlet = left ? lastWay(left) : "";
    if (hasOutlet(definition, outlet)) { outlets.add(outlet); outlets.add(`${outlet}/chip`); }
  }
  return { steps, outlets };
}
