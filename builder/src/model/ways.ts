import { isAction, type Definition, type Step, type Target, type Timeout } from "./definition";

/** From where a path leads on, as in GLOSSARY: `start`, `triggers/t1`, `s4/next`, `s4/branches/b1`, `s4/timeout`. */
export type Outlet = string;

/** One way out of a step.
 * `jump`: it points somewhere, but nothing hangs below it (Go To, a date already past, a paid invoice). */
export interface Way { outlet: Outlet; label: string; target: Target; jump: boolean; branch: string | null }

export const startOutlet: Outlet = "start";
export const triggerOutlet = (id: string): Outlet => `triggers/${id}`;
export const stepOf = (outlet: Outlet) => outlet === startOutlet || outlet.startsWith("triggers/") ? null : outlet.slice(0, outlet.indexOf("/"));

const text = (value: unknown): Target => typeof value === "string" && value ? value : null;
const timeoutOf = (step: Step) => step.timeout ?? step.config?.["timeout"] as unknown as Timeout | undefined;

/** Every way out of a step, in the order in which they stand side by side. */
export function waysOf(id: string, step: Step): Way[] {
  const way = (part: string, label: string, target: Target | undefined, branch: string | null = null, jump = false): Way =>
    ({ outlet: `${id}/${part}`, label, target: target ?? null, jump, branch });
  switch (step.type) {
    case "if":
      return [
        ...(step.branches ?? []).map((b, at) => way(`branches/${b.id}`, b.name || `Branch ${at + 1}`, b.next, b.id)),
        way("none", step.none?.name || "None", step.none?.next, "none"),
      ];
    case "split": return (step.shares ?? []).map((s, at) => way(`shares/${s.id}`, s.name || `Share ${at + 1}`, s.next, s.id));
    case "goto": return [way("goto", "Go to", text(step.config?.["step"]), null, true)];
    case "end": return [];
  }
  const ways = [way("next", "", step.next)];
  const timeout = timeoutOf(step);
  if (timeout) {
    ways[0]!.label = step.type === "goal" ? "Met" : step.type === "wait.reply" ? "Replied" : step.type === "wait.link" ? "Clicked" : "It came";
    ways.push(way("timeout", "Timed out", timeout.next, "timeout"));
  }
  if (isAction(step) && step.onError?.then === "branch") {
    ways[0]!.label = "Worked";
    ways.push(way("error", "Failed", step.onError.next, "error"));
  }
  if (step.type === "wait.until" && step.config?.["whenPast"] === "goTo") ways.push(way("past", "Already past", text(step.config["pastStep"]), null, true));
  if (step.type === "wait.invoice" && text(step.config?.["paidStep"])) ways.push(way("paid", "Paid", text(step.config?.["paidStep"]), null, true));
  return ways;
}

/** Whether its ways stand side by side, each with a name. */
export const forks = (step: Step, id = "") => step.type === "if" || step.type === "split" || waysOf(id, step).filter(way => !way.jump).length > 1;

export function readOutlet(definition: Definition, outlet: Outlet): Target {
  if (outlet === startOutlet) return definition.start;
  if (outlet.startsWith("triggers/")) return definition.triggers.find(t => t.id === outlet.slice(9))?.start ?? null;
  const id = stepOf(outlet)!;
  const step = definition.steps[id];
  return (step && waysOf(id, step).find(way => way.outlet === outlet)?.target) ?? null;
}

export function hasOutlet(definition: Definition, outlet: Outlet) {
  if (outlet === startOutlet) return true;
  if (outlet.startsWith("triggers/")) return definition.triggers.some(t => t.id === outlet.slice(9));
  const id = stepOf(outlet)!;
  const step = definition.steps[id];
  return !!step && waysOf(id, step).some(way => way.outlet === outlet);
}

/** The definition in which a way leads to `target`. */
export function writeOutlet(definition: Definition, outlet: Outlet, target: Target): Definition {
  if (readOutlet(definition, outlet) === target || !hasOutlet(definition, outlet)) return definition;
  if (outlet === startOutlet) return { ...definition, start: target };
  if (outlet.startsWith("triggers/"))
    return { ...definition, triggers: definition.triggers.map(t => t.id === outlet.slice(9) ? { ...t, start: target } : t) };
  const id = stepOf(outlet)!;
  return { ...definition, steps: { ...definition.steps, [id]: writeWay(definition.steps[id]!, outlet.slice(id.length + 1), target) } };
}

function writeWay(step: Step, part: string, target: Target): Step {
  const [kind, name] = part.split("/");
  switch (kind) {
    case "next": return { ...step, next: target };
    case "none": return { ...step, none: { ...step.none, next: target } };
    case "branches": return { ...step, branches: step.branches!.map(b => b.id === name ? { ...b, next: target } : b) };
    case "shares": return { ...step, shares: step.shares!.map(s => s.id === name ? { ...s, next: target } : s) };
    case "timeout": return step.timeout
      ? { ...step, timeout: { ...step.timeout, next: target } }
      : { ...step, config: { ...step.config, timeout: { ...(step.config!["timeout"] as object), next: target } } };
    case "error": return { ...step, onError: { ...step.onError, next: target } };
    case "goto": return { ...step, config: { ...step.config, step: target ?? "" } };
    case "past": return { ...step, config: { ...step.config, pastStep: target } };
    case "paid": return { ...step, config: { ...step.config, paidStep: target } };
    default: return step;
  }
}

/** The way on which whatever is put after a step hangs: next, None, or the last share. */
export function mainOutlet(id: string, step: Step): Outlet | null {
  const ways = waysOf(id, step).filter(way => !way.jump);
  if (ways.length === 0) return null;
  return (step.type === "if" || step.type === "split" ? ways[ways.length - 1]! : ways[0]!).outlet;
}

/** Every outlet of a definition with where it leads. */
export function allOutlets(definition: Definition): { outlet: Outlet; target: Target; jump: boolean }[] {
  return [
    { outlet: startOutlet, target: definition.start, jump: false },
    ...definition.triggers.filter(t => t.start != null).map(t => ({ outlet: triggerOutlet(t.id), target: t.start ?? null, jump: false })),
    ...Object.entries(definition.steps).flatMap(([id, step]) => waysOf(id, step)),
  ];
}

/** The outlets that lead to a step, jumps included. */
export const outletsInto = (definition: Definition, id: string) => allOutlets(definition).filter(one => one.target === id);
