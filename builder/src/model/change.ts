import type { Condition, Config, Definition, Json, Note, Step, Trigger } from "./definition";
import { newIdAmong, type NewId } from "./ids";

/** The small edits: fields of steps, triggers, settings and notes. */

export function changeStep(definition: Definition, id: string, change: Partial<Step>): Definition {
  const step = definition.steps[id];
  return step ? { ...definition, steps: { ...definition.steps, [id]: without({ ...step, ...change }) } } : definition;
}

/** A property set to undefined is taken away, so that what was never said stays unsaid. */
function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}

export const setEnabled = (definition: Definition, ids: readonly string[], enabled: boolean): Definition =>
  ids.reduce((next, id) => changeStep(next, id, { enabled: enabled ? undefined : false } as Partial<Step>), definition);

/** The value of a form's field; a dot goes one level down. */
export const configAt = (config: Config | undefined, name: string): Json | undefined =>
  name.split(".").reduce<Json | undefined>((at, part) => at && typeof at === "object" && !Array.isArray(at) ? at[part] : undefined, config);

/** The config with one field set; undefined takes it away, and groups that became empty with it. */
export function withConfig(config: Config | undefined, name: string, value: Json | undefined): Config {
  const [first, ...rest] = name.split(".");
  const next = { ...config };
  const below = rest.length > 0 ? withConfig(asObject(next[first!]), rest.join("."), value) : value;
  if (below === undefined || rest.length > 0 && Object.keys(below as object).length === 0) delete next[first!];
  else next[first!] = below;
  return next;
}

const asObject = (value: Json | undefined): Config => value && typeof value === "object" && !Array.isArray(value) ? value : {};

export const setConfig = (definition: Definition, id: string, name: string, value: Json | undefined): Definition =>
  definition.steps[id] ? changeStep(definition, id, { config: withConfig(definition.steps[id].config, name, value) }) : definition;

export const setSetting = (definition: Definition, name: string, value: Json | undefined): Definition =>
  ({ ...definition, settings: withConfig(definition.settings, name, value) });

export function addTrigger(definition: Definition, type: string, make?: NewId): { definition: Definition; id: string } {
  const id = newIdAmong(definition.triggers, "t", make);
  const trigger: Trigger = { id, type, filters: { all: [] } };
  return { definition: { ...definition, triggers: [...definition.triggers, trigger] }, id };
}

export const changeTrigger = (definition: Definition, id: string, change: Partial<Trigger>): Definition =>
  ({ ...definition, triggers: definition.triggers.map(t => t.id === id ? without({ ...t, ...change }) : t) });

export const setFilters = (definition: Definition, id: string, filters: Condition): Definition => changeTrigger(definition, id, { filters });

export const removeTrigger = (definition: Definition, id: string): Definition =>
  ({ ...definition, triggers: definition.triggers.filter(t => t.id !== id) });

export function moveTrigger(definition: Definition, id: string, to: number): Definition {
  const from = definition.triggers.findIndex(t => t.id === id);
  const place = Math.max(0, Math.min(to, definition.triggers.length - 1));
  if (from < 0 || from === place) return definition;
  const triggers = [...definition.triggers];
  const [taken] = triggers.splice(from, 1);
  triggers.splice(place, 0, taken!);
  return { ...definition, triggers };
}

export function addNote(definition: Definition, at: { x: number; y: number }, make?: NewId): { definition: Definition; id: string } {
  const notes = definition.notes ?? [];
  const id = newIdAmong(notes, "n", make);
  return { definition: { ...definition, notes: [...notes, { id, text: "", colour: "yellow", x: Math.round(at.x), y: Math.round(at.y) }] }, id };
}

export const changeNote = (definition: Definition, id: string, change: Partial<Note>): Definition =>
  ({ ...definition, notes: (definition.notes ?? []).map(n => n.id === id ? { ...n, ...change } : n) });

export const removeNote = (definition: Definition, id: string): Definition =>
  ({ ...definition, notes: (definition.notes ?? []).filter(n => n.id !== id) });

/** A card put aside by hand: its distance from its tidy place. */
export function shiftStep(definition: Definition, id: string, by: { x: number; y: number }): Definition {
  const shifts = { ...definition.layout?.shifts };
  const to = { x: Math.round((shifts[id]?.x ?? 0) + by.x), y: Math.round((shifts[id]?.y ?? 0) + by.y) };
  if (to.x === 0 && to.y === 0) delete shifts[id]; else shifts[id] = to;
  return { ...definition, layout: { ...definition.layout, shifts } };
}

export const isTidy = (definition: Definition) => Object.keys(definition.layout?.shifts ?? {}).length === 0;

/** Every card back to its place. */
export const tidy = (definition: Definition): Definition =>
  isTidy(definition) ? definition : { ...definition, layout: { ...definition.layout, shifts: {} } };
