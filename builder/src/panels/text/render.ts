/** Fills in merge fields as far as is known here, for a preview while typing. What goes out is filled in by the server. */
export type Facts = (field: string) => unknown;

export interface Piece { text: string; field?: string }

export function renderPieces(text: string, facts: Facts, label: (field: string) => string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    pieces.push(fill(found[1]!, facts, label));
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

export const renderText = (text: string, facts: Facts, label: (field: string) => string) => renderPieces(text, facts, label).map(p => p.text).join("");

function fill(inside: string, facts: Facts, label: (field: string) => string): Piece {
  const [name, ...filters] = inside.split("|").map(part => part.trim());
  let value = facts(name!);
  for (const filter of filters) {
    const [kind, given] = [filter.split(":")[0]!.trim(), /:\s*"((?:[^"\\]|\\.)*)"/.exec(filter)?.[1]?.replace(/\\(.)/g, "$1")];
    if (kind === "default" && (value === undefined || value === null || value === "")) { if (known(name!, facts)) value = given ?? ""; }
    else if (typeof value === "string" && kind === "upper") value = value.toUpperCase();
    else if (typeof value === "string" && kind === "lower") value = value.toLowerCase();
  }
  if (value === undefined) return { text: `[${label(name!)}]`, field: name! };
  return { text: value === null ? "" : Array.isArray(value) ? value.join(", ") : String(value), field: name! };
}

// What a contact does not have is empty; what comes with a trigger is not known yet.
const known = (name: string, facts: Facts) => facts(name) !== undefined || /^(contact|practice|user)\./.test(name);
