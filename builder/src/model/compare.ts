import type { Definition } from "./definition";

/** What one definition does differently from another, by steps and triggers; `name` says what a step is called. */
export interface Change { what: "step" | "trigger" | "settings" | "start" | "notes"; id: string | null; words: string }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function compare(before: Definition, after: Definition, name: (definition: Definition, id: string) => string): Change[] {
  const changes: Change[] = [];
  const add = (what: Change["what"], id: string | null, words: string) => changes.push({ what, id, words });
  for (const id of Object.keys(after.steps)) {
    const [was, is] = [before.steps[id], after.steps[id]!];
    if (!was) { add("step", id, `Added “${name(after, id)}”`); continue; }
    if (same(was, is)) continue;
    const { next: a, name: n1, ...bodyWas } = was;
    const { next: b, name: n2, ...bodyIs } = is;
    if ((n1 ?? "") !== (n2 ?? "")) add("step", id, `Renamed “${name(before, id)}” to “${name(after, id)}”`);
    if (!same(bodyWas, bodyIs)) add("step", id, `Changed “${name(after, id)}”`);
    else if ((a ?? null) !== (b ?? null)) add("step", id, b && after.steps[b] ? `“${name(after, id)}” leads to “${name(after, b)}”` : `The path ends after “${name(after, id)}”`);
  }
  for (const id of Object.keys(before.steps)) if (!(id in after.steps)) add("step", id, `Deleted “${name(before, id)}”`);
  const label = (t: Definition["triggers"][number]) => t.name || t.type;
  for (const t of after.triggers) {
    const was = before.triggers.find(o => o.id === t.id);
    if (!was) add("trigger", t.id, `Added the trigger “${label(t)}”`); else if (!same(was, t)) add("trigger", t.id, `Changed the trigger “${label(t)}”`);
  }
  for (const t of before.triggers) if (!after.triggers.some(o => o.id === t.id)) add("trigger", t.id, `Deleted the trigger “${label(t)}”`);
  if (before.start !== after.start) add("start", null, after.start && after.steps[after.start] ? `Begins with “${name(after, after.start)}”` : "Begins nowhere");
  if (!same(before.settings ?? {}, after.settings ?? {})) add("settings", null, "Changed the workflow’s settings");
  if (!same(before.notes ?? [], after.notes ?? [])) add("notes", null, "Changed the notes");
  return changes;
}

/** Both sides' changes together; null where both changed the same thing, or where the result would lead nowhere. */
export function merge(base: Definition, mine: Definition, theirs: Definition): Definition | null {
  const pick = <T>(b: T, m: T, t: T): { value: T } | null => same(b, m) ? { value: t } : same(b, t) || same(m, t) ? { value: m } : null;
  const steps: Definition["steps"] = {};
  for (const id of new Set([...Object.keys(theirs.steps), ...Object.keys(mine.steps)])) {
    const one = pick(base.steps[id], mine.steps[id], theirs.steps[id]);
    if (!one) return null;
    if (one.value) steps[id] = one.value;
  }
  const [start, settings, notes, layout] = [pick(base.start, mine.start, theirs.start), pick(base.settings, mine.settings, theirs.settings), pick(base.notes, mine.notes, theirs.notes), pick(base.layout, mine.layout, theirs.layout)];
  const triggers: Definition["triggers"] = [];
  const ids = new Set([...theirs.triggers, ...mine.triggers].map(t => t.id));
  const of = (d: Definition, id: string) => d.triggers.find(t => t.id === id);
  for (const id of ids) {
    const one = pick(of(base, id), of(mine, id), of(theirs, id));
    if (!one) return null;
    if (one.value) triggers.push(one.value);
  }
  if (!start || !settings || !notes) return null;
  const merged: Definition = { ...theirs, start: start.value, steps, triggers, ...(settings.value ? { settings: settings.value } : {}), ...(notes.value ? { notes: notes.value } : {}), ...((layout?.value ?? mine.layout) ? { layout: layout?.value ?? mine.layout! } : {}) };
  const text = JSON.stringify(merged.steps);
  return Object.keys({ ...mine.steps, ...theirs.steps }).some(id => !(id in steps) && (text.includes(`"${id}"`) || merged.start === id)) ? null : merged;
}
