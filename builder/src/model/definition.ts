/** The definition exactly as the API keeps it (definition.schema.json). Nothing here is ever changed in place. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Config = { [name: string]: Json };

/** The id of a step; null ends the path. */
export type Target = string | null;

export type Row = { field: string; op: string; value?: Json };
export type Condition = { all: Condition[] } | { any: Condition[] } | Row;

export interface Trigger { id: string; type: string; name?: string | null; filters?: Condition; config?: Config; start?: Target; enabled?: boolean }
export interface Branch { id: string; name?: string | null; when: Condition; next?: Target }
export interface Share { id: string; name?: string | null; percent: number; next?: Target }
export interface Timeout { after: string; next?: Target }
export interface OnError { then?: "continue" | "stop" | "branch"; next?: Target; maxAttempts?: number }

export interface Step {
  type: string;
  name?: string | null;
  enabled?: boolean;
  config?: Config;
  branches?: Branch[];
  none?: { name?: string | null; next?: Target };
  shares?: Share[];
  timeout?: Timeout;
  onError?: OnError;
  next?: Target;
}

export interface Note { id: string; text: string; colour?: string; x: number; y: number; width?: number; height?: number }
/** Where a card was put by hand, as its distance from its tidy place, so that it moves along when something is put above. */
export interface Layout { shifts?: Record<string, { x: number; y: number }> }

export interface Definition {
  schemaVersion?: number;
  settings?: Config;
  triggers: Trigger[];
  start: Target;
  steps: Record<string, Step>;
  layout?: Layout;
  notes?: Note[];
}

export const emptyDefinition: Definition = { schemaVersion: 1, settings: {}, triggers: [], start: null, steps: {}, layout: {}, notes: [] };

export const isWait = (step: Step) => step.type.startsWith("wait.");
const controls = new Set(["if", "split", "goto", "goal", "drip", "end"]);
export const isAction = (step: Step) => !isWait(step) && !controls.has(step.type);
/** Nothing may follow it: the path goes on inside its branches, elsewhere, or not at all. */
export const isLast = (type: string) => type === "goto" || type === "end";
export const isBranching = (step: Step) => step.type === "if" || step.type === "split";

/** A draft may be half made; whatever is missing is read as empty. */
export function readDefinition(json: unknown): Definition {
  const given = (json ?? {}) as Partial<Definition>;
  return { ...emptyDefinition, ...given, triggers: given.triggers ?? [], steps: given.steps ?? {}, start: given.start ?? null };
}
