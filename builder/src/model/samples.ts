import type { Definition, Step } from "./definition";
import type { NewId } from "./ids";

/** For tests: definitions written shortly, and ids and dice that come out the same every time. */

export const text = (next: string | null): Step => ({ type: "sms.send", config: { purpose: "care", body: "Hi" }, next });
export const wait = (next: string | null): Step => ({ type: "wait.delay", config: { for: "P1D" }, next });
export const fork = (yes: string | null, no: string | null): Step =>
  ({ type: "if", branches: [{ id: "b1", name: "Booked", when: { all: [] }, next: yes }], none: { name: "Not yet", next: no } });

export const workflow = (steps: Record<string, Step>, start: string | null = Object.keys(steps)[0] ?? null): Definition =>
  ({ schemaVersion: 1, settings: {}, triggers: [{ id: "t1", type: "form.submitted", filters: { all: [] } }], start, steps, layout: {}, notes: [] });

export function counting(): NewId {
  let n = 0;
  return (taken, prefix) => { for (;;) { const id = `${prefix}n${++n}`; if (!taken(id)) return id; } };
}

/** Mulberry32. */
export function dice(seed: number) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { below: (n: number) => Math.floor(next() * n), pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]! };
}

/** A long workflow with a fork every few steps, whose branches come together again. */
export function long(count: number): Definition {
  const steps: Record<string, Step> = {};
  let n = 0;
  const id = () => `s${++n}`;
  let at = id();
  const start = at;
  while (n < count - 5) {
    const [yes, no, join] = [id(), id(), id()];
    steps[at] = fork(yes, no);
    steps[yes] = text(join);
    steps[no] = wait(join);
    const next = id();
    steps[join] = text(next);
    at = next;
  }
  while (n < count) { const next = id(); steps[at] = text(next); at = next; }
  steps[at] = text(null);
  return workflow(steps, start);
}
