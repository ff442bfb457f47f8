/** A template as it is read; the same as the server's (shared/Core/Wording), which fills in what really goes out. */
export type Part = string | Field | If | Each;
export interface Field { is: "field"; name: string; filters: Filter[]; fallback: string | null; source: string }
export interface Filter { word: string; given: string | null }
export interface If { is: "if"; name: string; then: Part[]; otherwise: Part[] }
export interface Each { is: "each"; name: string; body: Part[]; otherwise: Part[] }

export type Fault = "field" | "unclosed" | "stray" | "block";
export interface Problem { at: number; fault: Fault; message: string }

export const isMark = (name: string) => ["@index", "@number", "@first", "@last"].includes(name);
/** Names that mean something only in a loop. */
export const isLoops = (name: string) => name === "this" || name.startsWith("this.") || isMark(name);
export const isFieldName = (name: string) => /^[\p{L}\p{Nd}_-]+(\.[\p{L}\p{Nd}_-]+)*$/u.test(name);
