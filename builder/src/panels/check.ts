import { parse } from "./text/template/parse";
import type { Field } from "../catalogue/descriptors";
import { configAt } from "../model/change";
import type { Config, Json } from "../model/definition";
import { isDuration } from "../model/duration";

/** The server's code for an empty field; while one types, `problemOf` knows it sooner. */
export const notFilledIn = "WF220";

/** What is wrong with a field's value while it is typed, by the rules of shared/Catalogue/Checking. Undefined when nothing is. */
export function problemOf(field: Field, fields: readonly Field[], config: Config | undefined): string | undefined {
  const value = configAt(config, field.name);
  if (absent(value)) {
    if (!field.required) return undefined;
    const other = field.unless ? fields.find(f => f.name === field.unless) : undefined;
    if (other && !absent(configAt(config, other.name))) return undefined;
    return field.name === "purpose" ? "Say what it is for: care or marketing." : `${field.label} is needed.`;
  }
  switch (field.kind) {
    case "number": return number(field, value!);
    case "flag": case "condition": case "map": case "fieldValues": return undefined;
    case "manyChoices": case "manyReferences": case "rows": return field.required && Array.isArray(value) && value.length === 0 ? `${field.label} is needed.` : undefined;
    default: return typeof value === "string" ? text(field, value) : undefined;
  }
}

export const absent = (value: Json | undefined) => value === undefined || value === null || typeof value === "string" && value.trim() === "";

function number(field: Field, value: Json): string | undefined {
  if (typeof value === "string" && field.merge && value.includes("{{")) return undefined;
  const n = typeof value === "number" ? value : Number(String(value).replace(/,/g, ""));
  if (!Number.isFinite(n)) return "This must be a number.";
  if (field.min != null && n < field.min || field.max != null && n > field.max)
    return field.min != null && field.max != null ? `Between ${field.min} and ${field.max}, please.` : field.min != null ? `At least ${field.min}, please.` : `At most ${field.max}, please.`;
  return undefined;
}

function text(field: Field, value: string): string | undefined {
  if (field.maxLength != null && value.length > field.maxLength) return `${value.length} characters; ${field.maxLength} are allowed.`;
  const merged = value.includes("{{");
  if (merged) return field.merge ? braces(value) : undefined;
  if (field.options && field.options.length > 0 && !field.options.some(o => o.value === value)) return "Choose one from the list.";
  switch (field.kind) {
    case "duration": return isDuration(value) ? undefined : "This must be a length of time, such as 2 hours or 1 day.";
    case "date": return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? undefined : "This must be a date.";
    case "instant": return Number.isNaN(Date.parse(value)) ? "This must be a date with a time." : undefined;
    case "url": return /^https?:\/\/[^\s/]+/i.test(value) ? undefined : "An address begins with https://";
    case "email": return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : "This must be an email address.";
    case "phone": return value.replace(/\D/g, "").length >= 7 ? undefined : "This must be a phone number, such as +1 555 010 2030.";
    default: return undefined;
  }
}

/** What is wrong with the merge fields and blocks of a text. */
export const braces = (value: string): string | undefined => parse(value).problems[0]?.message;
