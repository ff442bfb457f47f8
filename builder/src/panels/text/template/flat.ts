import { parse } from "./parse";
import { isLoops, type Part } from "./parts";

/** A text without its blocks, as one line tells it: what stands in them is kept, of two sides the first. */
export const withoutBlocks = (text: string) => text.includes("{{#") ? flat(parse(text).parts, null).replace(/\s+/g, " ") : text;

function flat(parts: readonly Part[], list: string | null): string {
  const named = (name: string) => !isLoops(name) ? name : list === null || name.startsWith("@") ? "" : list + name.slice(4);
  return parts.map(part => {
    if (typeof part === "string") return part;
    const name = named(part.name);
    if (part.is === "field") return name && `{{${name}}}`;
    if (part.is === "each") return flat(part.body, name);
    return flat(part.then.length > 0 ? part.then : part.otherwise, list);
  }).join("");
}
