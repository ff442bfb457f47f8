import type { Definition } from "./definition";
import { addStep } from "./place";
import type { NewId } from "./ids";
import { hasSlot, readSlot, writeSlot, type Slot } from "./ways";

/** Lets a way lead to a step that is already there: paths join. */
export function connect(definition: Definition, slot: Slot, target: string): Definition {
  return target in definition.steps && hasSlot(definition, slot) ? writeSlot(definition, slot, target) : definition;
}

/** Ends a path; what hung below stays, loose, until it is put elsewhere or deleted. */
export const disconnect = (definition: Definition, slot: Slot): Definition => writeSlot(definition, slot, null);

/** Ends a path with a Go To. The same definition where a path does not end. */
export function addGoTo(definition: Definition, slot: Slot, target: string, make?: NewId): { definition: Definition; id: string | null } {
  if (readSlot(definition, slot) !== null || !(target in definition.steps)) return { definition, id: null };
  return addStep(definition, slot, { type: "goto", config: { step: target } }, make);
}
