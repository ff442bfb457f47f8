import type { MergeField } from "../../catalogue/descriptors";

/** What the picker puts into a text: the value, words that stand there only with it, or something for each of a list. */
export type Way = "value" | "day" | "time" | "or" | "if" | "each";
export interface Insertion { before: string; after?: string }

export const ways: { value: Way; label: string }[] = [
  { value: "value", label: "The value itself" }, { value: "day", label: "Only the day of a date" }, { value: "time", label: "Only the time of day of a date" }, { value: "or", label: "Other words where there is none" },
  { value: "if", label: "Words that stand only if there is one" }, { value: "each", label: "Something for each of a list" },
];

/** Whether there is anything to put in this way. */
export const fits = (field: MergeField, way: Way) => way === "each" ? field.type === "list" : way === "day" || way === "time" ? field.type === "date" : true;

/** @param lines Whether the text may have several lines. */
export function insertion(field: MergeField, way: Way, lines: boolean): Insertion {
  const name = field.name.replace(".*", ".…"), list = field.type === "list";
  switch (way) {
    case "day": return { before: `{{${name} | date}}` };
    case "time": return { before: `{{${name} | time}}` };
    case "or": return { before: `{{${name}${list ? " | list" : ""} | default: "there"}}` };
    case "if": return { before: `{{#if ${name}}}`, after: "{{/if}}" };
    case "each": return lines ? { before: `{{#each ${name}}}\n- {{this}}`, after: "\n{{/each}}\n" } : { before: `{{#each ${name}}}{{this}}`, after: "{{#unless @last}}, {{/unless}}{{/each}}" };
    default: return { before: list ? `{{${name} | list}}` : `{{${name}}}` };
  }
}

/** The text with it at the selection, which an insertion with two ends encloses, and where the cursor goes. */
export function insert(text: string, from: number, to: number, { before, after }: Insertion): { text: string; at: number } {
  if (after === undefined) return { text: text.slice(0, from) + before + text.slice(to), at: from + before.length };
  const lead = before.includes("\n") && from > 0 && text[from - 1] !== "\n" ? "\n" : "";
  const inside = text.slice(from, to);
  return { text: text.slice(0, from) + lead + before + inside + after + text.slice(to), at: from + lead.length + before.length + inside.length };
}
