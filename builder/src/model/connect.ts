import type { Definition } from "./definition";
import { addStep } from "./place";
import type { NewId } from "./ids";
import { hasOutlet, readOutlet, writeOutlet, type Outlet } from "./ways";

/** Lets a way lead to a step that is already there: paths join. */
export function connect(definition: Definition, outlet: Outlet, target: string): Definition {
  return target in definition.steps && hasOutlet(definition, outlet) ? writeOutlet(definition, outlet, target) : definition;
}

/** Ends a path; what hung below stays, loose, until it is put elsewhere or deleted. */
export const disconnect = (definition: Definition, outlet: Outlet): Definition => writeOutlet(definition, outlet, null);

/** Ends a path with a Go To. The same definition where a path does not end. */
export function addGoTo(definition: Definition, outlet: Outlet, target: string, make?: NewId): { definition: Definition; id: string | null } {
  if (readOutlet(definition, outlet) !== null || !(target in definition.steps)) return { definition, id: null };
  return addStep(definition, outlet, { type: "goto", config: { step: target } }, make);
}
