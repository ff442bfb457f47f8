import { isAction, type Definition, type Step, type Target, type Timeout } from "./definition";

/** A place from which a path leads on: `start`, `triggers/t1`, `s4/next`, `s4/branches/b1`, `s4/timeout`. */
export type Slot = string;

/** One way out of a step.
 * `jump`: it points somewhere, but nothing hangs below it (Go To, a date already past, a paid invoice). */
export interface Way { slot: Slot; label: string; target: Target; jump: boolean; branch: string | null }

export const startSlot: Slot = "start";
export const triggerSlot = (id: string): Slot => `triggers/${id}`;
export const nextSlot = (id: string): Slot => `${id}/next`;
export const stepOf = (slot: Slot) => slot === startSlot || slot.startsWith("triggers/") ? null : slot.slice(0, slot.indexOf("/"));

const text = (value: unknown): Target => typeof value === "string" && value ? value : null;
const timeoutOf = (step: Step) => step.timeout ?? step.config?.["timeout"] as unknown as Timeout | undefined;

/** Every way out of a step, in the order in which they stand side by side. */
export function waysOf(id: string, step: Step): Way[] {
  const way = (part: string, label: string, target: Target | undefined, branch: string | null = null, jump = false): Way =>
    ({ slot: `${id}/${part}`, label, target: target ?? null, jump, branch });
  switch (step.type) {
    case "if":
      return [
        ...(step.branches ?? []).map((b, at) => way(`branches/${b.id}`, b.name || `Branch ${at + 1}`, b.next, b.id)),
        way("none", step.none?.name || "None", step.none?.next, "none"),
      ];
    case "split": return (step.shares ?? []).map((s, at) => way(`shares/${s.id}`, s.name || `Path ${at + 1}`, s.next, s.id));
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

export function readSlot(definition: Definition, slot: Slot): Target {
  if (slot === startSlot) return definition.start;
  if (slot.startsWith("triggers/")) return definition.triggers.find(t => t.id === slot.slice(9))?.start ?? null;
  const id = stepOf(slot)!;
  const step = definition.steps[id];
  return (step && waysOf(id, step).find(way => way.slot === slot)?.target) ?? null;
}

export function hasSlot(definition: Definition, slot: Slot) {
  if (slot === startSlot) return true;
  if (slot.startsWith("triggers/")) return definition.triggers.some(t => t.id === slot.slice(9));
  const id = stepOf(slot)!;
  const step = definition.steps[id];
  return !!step && waysOf(id, step).some(way => way.slot === slot);
}

/** The definition in which a way leads to `target`. */
export function writeSlot(definition: Definition, slot: Slot, target: Target): Definition {
  if (readSlot(definition, slot) === target || !hasSlot(definition, slot)) return definition;
  if (slot === startSlot) return { ...definition, start: target };
  if (slot.startsWith("triggers/"))
    return { ...definition, triggers: definition.triggers.map(t => t.id === slot.slice(9) ? { ...t, start: target } : t) };
  const id = stepOf(slot)!;
  return { ...definition, steps: { ...definition.steps, [id]: writeWay(definition.steps[id]!, slot.slice(id.length + 1), target) } };
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
export function mainSlot(id: string, step: Step): Slot | null {
  const ways = waysOf(id, step).filter(way => !way.jump);
  if (ways.length === 0) return null;
  return (step.type === "if" || step.type === "split" ? ways[ways.length - 1]! : ways[0]!).slot;
}

/** Every slot of a definition with where it leads. */
export function allSlots(definition: Definition): { slot: Slot; target: Target; jump: boolean }[] {
  return [
    { slot: startSlot, target: definition.start, jump: false },
    ...definition.triggers.filter(t => t.start != null).map(t => ({ slot: triggerSlot(t.id), target: t.start ?? null, jump: false })),
    ...Object.entries(definition.steps).flatMap(([id, step]) => waysOf(id, step)),
  ];
}

/** The slots that lead to a step, jumps included. */
export const slotsInto = (definition: Definition, id: string) => allSlots(definition).filter(one => one.target === id);
