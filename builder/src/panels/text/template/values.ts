import type { Field } from "./parts";

const nameOf = (item: unknown) => item !== null && typeof item === "object" ? (item as Record<string, unknown>)["name"] : item;
const plain = (value: unknown) => value === null || value === undefined || typeof value === "object" ? "" : String(value);

/** What a loop goes through; one value is a list of one, and blanks are passed over. */
export function itemsOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) return plain(value).trim() ? [value] : [];
  return value.some(item => item !== null && typeof item === "object") ? value.filter(item => item !== null && !Array.isArray(item)) : value.filter(item => plain(item).trim() !== "");
}

/** Whether `#if` takes its first side: there is something, and it is not "no" (a form's answer is text), zero or an empty list. */
export const holds = (value: unknown) => typeof value === "string" && /^\s*(no|false)\s*$/i.test(value) ? false : typeof value === "boolean" ? value : typeof value === "number" ? value !== 0 : itemsOf(value).length > 0;

/** A value as people read it; null when there is none. */
export function shown(value: unknown, { filters }: Pick<Field, "filters">): string | null {
  const shape = filters.findLast(filter => ["date", "time", "iso", "list", "join"].includes(filter.word));
  let text: string;
  if (Array.isArray(value)) {
    const items = value.map(item => plain(nameOf(item))).filter(item => item.trim() !== "");
    text = shape?.word === "list" ? inWords(items, shape.given ?? "and") : items.join(shape?.word === "join" ? shape.given ?? ", " : ", ");
  } else text = typeof value === "boolean" && shape?.word !== "iso" ? value ? "yes" : "no" : plain(value);
  if (text.trim() === "") return null;
  for (const { word } of filters) text = word === "upper" ? text.toUpperCase() : word === "lower" ? text.toLowerCase() : word === "title" ? titled(text) : text;
  return text;
}

const inWords = (items: string[], word: string) => items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word.trim()} ${items.at(-1)!}`;
const titled = (text: string) => text.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
