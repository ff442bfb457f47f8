import type { Branch, Definition, Share, Step } from "./definition";
import { copySteps, pasteSteps } from "./copy";
import { newIdAmong, type NewId } from "./ids";
import { blockOf } from "./block";
import { dropSteps } from "./remove";
import { onlyThrough } from "./reach";
import { readOutlet, writeOutlet, type Outlet } from "./ways";

const withStep = (definition: Definition, id: string, change: (step: Step) => Step): Definition =>
  ({ ...definition, steps: { ...definition.steps, [id]: change(definition.steps[id]!) } });

/** `branches` of an If, `shares` of a split. */
const listOf = (step: Step) => step.type === "split" ? "shares" as const : "branches" as const;
export const branchOutlet = (definition: Definition, id: string, branch: string): Outlet =>
  branch === "none" ? `${id}/none` : `${id}/${listOf(definition.steps[id]!)}/${branch}`;

/** A new branch before None, or a new share. It joins where the others join. */
export function addBranch(definition: Definition, id: string, make?: NewId): { definition: Definition; branch: string } {
  const { join } = blockOf(definition, id);
  const step = definition.steps[id]!;
  if (step.type === "split") {
    const shares = step.shares ?? [];
    const share: Share = { id: newIdAmong(shares, "p", make), name: `Share ${shares.length + 1}`, percent: 0, next: join };
    return { definition: withStep(definition, id, s => ({ ...s, shares: evenShares([...shares, share]) })), branch: share.id };
  }
  const branches = step.branches ?? [];
  const branch: Branch = { id: newIdAmong(branches, "b", make), name: `Branch ${branches.length + 1}`, when: { all: [] }, next: join };
  return { definition: withStep(definition, id, s => ({ ...s, branches: [...branches, branch] })), branch: branch.id };
}

/** Shares of the same size that add up to 100. */
export const evenShares = (shares: Share[]): Share[] =>
  shares.map((share, at) => ({ ...share, percent: Math.floor(100 / shares.length) + (at < 100 % shares.length ? 1 : 0) }));

/** The steps that hang on one branch alone. */
export function stepsOnlyIn(definition: Definition, outlet: Outlet): string[] {
  return onlyThrough(definition, writeOutlet(definition, outlet, null));
}

/** Takes a branch away with what hangs on it alone. */
export function removeBranch(definition: Definition, id: string, branch: string): Definition {
  if (branch === "none") return definition;
  const outlet = branchOutlet(definition, id, branch);
  const gone = stepsOnlyIn(definition, outlet);
  const cut = dropSteps(writeOutlet(definition, outlet, null), gone);
  return withStep(cut, id, step => step.type === "split"
    ? { ...step, shares: step.shares!.filter(s => s.id !== branch) }
    : { ...step, branches: step.branches!.filter(b => b.id !== branch) });
}

/** The same branch once more beside it, with copies of its steps. */
export function duplicateBranch(definition: Definition, id: string, branch: string, make?: NewId): { definition: Definition; branch: string } {
  const step = definition.steps[id]!;
  const key = listOf(step);
  const list = (step[key] ?? []) as (Branch | Share)[];
  const at = list.findIndex(one => one.id === branch);
  if (at < 0) return { definition, branch };
  const outlet = branchOutlet(definition, id, branch);
  const own = stepsOnlyIn(definition, outlet);
  const head = readOutlet(definition, outlet);
  const fresh = newIdAmong(list, key === "shares" ? "p" : "b", make);
  const copy = { ...list[at]!, id: fresh, name: `${list[at]!.name || "Branch"} (copy)`, next: own.length > 0 ? null : head };
  const widened = withStep(definition, id, s => ({ ...s, [key]: [...list.slice(0, at + 1), copy, ...list.slice(at + 1)] }));
  if (own.length === 0) return { definition: widened, branch: fresh };
  const pasted = pasteSteps(widened, `${id}/${key}/${fresh}`, copySteps(definition, own), make);
  return { definition: joinAgain(definition, pasted.definition, own, pasted.ids), branch: fresh };
}

/** Ways of the copied steps that led out of the branch lead there from the copies too. */
function joinAgain(before: Definition, after: Definition, own: string[], copies: string[]): Definition {
  const outside = new Set(own);
  const clipOrder = Object.keys(copySteps(before, own).steps);
  return clipOrder.reduce((next, id, at) => {
    const copyId = copies[at]!;
    return Object.keys(waysByPart(before, id)).reduce((d, part) => {
      const target = readOutlet(before, `${id}/${part}`);
      return target !== null && !outside.has(target) ? writeOutlet(d, `${copyId}/${part}`, target) : d;
    }, next);
  }, after);
}

function waysByPart(definition: Definition, id: string): Record<string, true> {
  const step = definition.steps[id]!;
  const parts: Record<string, true> = {};
  for (const b of step.branches ?? []) parts[`branches/${b.id}`] = true;
  for (const s of step.shares ?? []) parts[`shares/${s.id}`] = true;
  for (const part of ["next", "none", "timeout", "error", "goto", "past", "paid"]) parts[part] = true;
  return parts;
}

/** Puts a branch at another place among its own; None is always last. */
export function moveBranch(definition: Definition, id: string, branch: string, to: number): Definition {
  const step = definition.steps[id]!;
  const key = listOf(step);
  const list = [...((step[key] ?? []) as (Branch | Share)[])];
  const from = list.findIndex(one => one.id === branch);
  const place = Math.max(0, Math.min(to, list.length - 1));
  if (from < 0 || from === place) return definition;
  const [taken] = list.splice(from, 1);
  list.splice(place, 0, taken!);
  return withStep(definition, id, s => ({ ...s, [key]: list }));
}

export function changeBranch(definition: Definition, id: string, branch: string, change: Partial<Branch & Share>): Definition {
  return withStep(definition, id, step => {
    if (branch === "none") return { ...step, none: { ...step.none, ...(change.name !== undefined ? { name: change.name } : {}) } };
    return step.type === "split"
      ? { ...step, shares: step.shares!.map(s => s.id === branch ? { ...s, ...change } : s) }
      : { ...step, branches: step.branches!.map(b => b.id === branch ? { ...b, ...change } : b) };
  });
}
