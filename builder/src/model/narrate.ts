import type { Condition, Json, Row } from "./definition";
import { durationWords } from "./duration";

/** Names by which people know fields, operators and values; whoever has a catalogue hands them in. */
export interface Names {
  field?: (field: string) => string | undefined;
  operator?: (op: string) => { label: string; takes: string } | undefined;
  value?: (field: string, value: string) => string | undefined;
}

const rowsTold = 3;

export const isRow = (condition: Condition): condition is Row => "field" in condition;
export const itemsOf = (condition: Condition): Condition[] => "all" in condition ? condition.all ?? [] : "any" in condition ? condition.any ?? [] : [];
export const countRows = (condition: Condition | undefined): number => !condition ? 0 : isRow(condition) ? 1 : itemsOf(condition).reduce((sum, item) => sum + countRows(item), 0);

/** A condition as a sentence; "+ 2 more" beyond three rows. Empty for one that says nothing. */
export function narrate(condition: Condition | undefined, names: Names = {}): string {
  if (!condition || countRows(condition) === 0) return "";
  let left = rowsTold;
  const tell = (at: Condition, inner: boolean): string => {
    if (isRow(at)) return left-- > 0 ? row(at, names) : "";
    const items = itemsOf(at);
    const parts = items.map(item => left > 0 ? tell(item, items.length > 1) : "").filter(Boolean);
    const text = parts.join("any" in at ? " or " : " and ");
    return inner && parts.length > 1 ? `(${text})` : text;
  };
  const sentence = tell(condition, false);
  const more = countRows(condition) - rowsTold;
  return more > 0 ? `${sentence} + ${more} more` : sentence;
}

function row({ field, op, value }: Row, names: Names) {
  const known = names.operator?.(op);
  const start = `${names.field?.(field) ?? humanise(field)} ${known?.label ?? op}`;
  return known?.takes === "none" ? start : `${start} ${say(field, value, known?.takes, names)}`.trim();
}

function say(field: string, value: Json | undefined, takes: string | undefined, names: Names): string {
  if (typeof value === "string") return takes === "duration" ? durationWords(value) ?? value : names.value?.(field, value) ?? value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(item => say(field, item, takes, names)).join(takes === "range" ? " and " : ", ");
  return value == null ? "…" : String(value);
}

/** `contact.firstName` is "First name"; `form.id` and `form.name` are "Form". */
export function humanise(field: string): string {
  const parts = field.split(".");
  const last = parts[parts.length - 1]!;
  const name = parts.length > 1 && (last === "id" || last === "name") ? parts[parts.length - 2]! : last;
  const text = name.replace(/[_-]/g, " ").replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
