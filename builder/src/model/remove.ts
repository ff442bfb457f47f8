import { isBranching, type Config, type Definition, type Step, type Target } from "./definition";
import { blockOf } from "./block";
import { onlyThrough } from "./reach";
import { mainOutlet, readOutlet, outletsInto, waysOf, writeOutlet, type Outlet } from "./ways";

/** Takes steps out without asking what hung below them. Ways that led to them end, jumps to them are undone. */
export function dropSteps(definition: Definition, ids: Iterable<string>): Definition {
  const gone = new Set(ids);
  if (gone.size === 0) return definition;
  // A Go To without its target says nothing any more, so it goes too.
  for (const [id, step] of Object.entries(definition.steps))
    if (step.type === "goto" && gone.has(String(step.config?.["step"] ?? ""))) gone.add(id);
  let next = definition;
  for (const id of gone) for (const { outlet } of outletsInto(next, id)) next = writeOutlet(next, outlet, null);
  const steps: Record<string, Step> = {};
  for (const [id, step] of Object.entries(next.steps)) if (!gone.has(id)) steps[id] = forget(step, gone);
  const shifts = Object.fromEntries(Object.entries(next.layout?.shifts ?? {}).filter(([id]) => !gone.has(id)));
  return { ...next, steps, ...(next.layout?.shifts ? { layout: { ...next.layout, shifts } } : {}) };
}

/** Fields in which a step names another without leading there. */
function forget(step: Step, gone: ReadonlySet<string>): Step {
  const config = step.config;
  if (!config || typeof config["stepId"] !== "string" || !gone.has(config["stepId"])) return step;
  const { stepId: _, ...rest } = config;
  return { ...step, config: rest as Config };
}

export interface Removal { definition: Definition; alsoGone: string[] }

/** Takes a step out and joins what was before it with what comes after.
 * Of a fork one way is kept (`keep`; otherwise what follows when all its ways have come together); what hangs only on the others goes with it. */
export function removeStep(definition: Definition, id: string, keep?: Outlet | null): Removal {
  const step = definition.steps[id];
  if (!step) return { definition, alsoGone: [] };
  const after = follower(definition, id, keep);
  const joined = rejoin(definition, id, after === id ? null : after);
  const alone = cutWays(joined, id);
  const alsoGone = onlyThrough(definition, alone).filter(other => other !== id && other !== after);
  const kept = dropSteps(alone, [id, ...alsoGone]);
  return { definition: kept, alsoGone };
}

/** Where everything goes that led to a step once it is away. */
function follower(definition: Definition, id: string, keep?: Outlet | null): Target {
  const step = definition.steps[id]!;
  if (keep) return readOutlet(definition, keep);
  if (isBranching(step)) return keep === null ? null : blockOf(definition, id).join;
  const main = mainOutlet(id, step);
  return main ? readOutlet(definition, main) : null;
}

function rejoin(definition: Definition, id: string, after: Target): Definition {
  let next = definition;
  for (const { outlet } of outletsInto(definition, id)) {
    if (outlet.startsWith(`${id}/`)) continue;
    if (outlet.endsWith("/goto") && after === null) continue;
    next = writeOutlet(next, outlet, after);
  }
  return next;
}

const cutWays = (definition: Definition, id: string) =>
  waysOf(id, definition.steps[id]!).reduce((next, way) => way.target === null ? next : writeOutlet(next, way.outlet, null), definition);

/** Takes several steps out, one after another from below, so that forks find their branches already gone. */
export function removeSteps(definition: Definition, ids: readonly string[]): Removal {
  let now = definition;
  const alsoGone: string[] = [];
  for (const id of ids) {
    const removed = removeStep(now, id);
    now = removed.definition;
    alsoGone.push(...removed.alsoGone.filter(other => !ids.includes(other)));
  }
  return { definition: now, alsoGone };
}
