import { parse } from "./template/parse";
import { isLoops, type Each, type Field, type Part } from "./template/parts";
import { holds, itemsOf, shown } from "./template/values";

/** Fills in merge fields as far as is known here, for a preview while typing. What goes out is filled in by the server.
 * Undefined is what is not known yet, such as what comes with a trigger; null what is known to be missing. */
export type Facts = (field: string) => unknown;

export interface Piece { text: string; field?: string }
interface Loop { list: string; item: unknown; at: number; count: number }

const mostRounds = 1000;

export function renderPieces(text: string, facts: Facts, label: (field: string) => string, escape = (value: string) => value): Piece[] {
  const pieces: Piece[] = [];
  let rounds = 0;
  const find = (name: string, loop: Loop | null): unknown => !isLoops(name) ? facts(name) : loop ? ofLoop(name, loop) : null;
  const write = (parts: readonly Part[], loop: Loop | null) => {
    for (const part of parts) {
      if (typeof part === "string") pieces.push({ text: part });
      else if (part.is === "field") value(part, loop);
      else if (part.is === "each") each(part, loop);
      else {
        // Whether somebody will have it is not known yet: the text with it is shown.
        const known = find(part.name, loop);
        write(known === undefined || holds(known) ? part.then : part.otherwise, loop);
      }
    }
  };
  const value = (field: Field, loop: Loop | null) => {
    const outside = nameOutside(field.name, loop);
    const known = find(field.name, loop);
    const text = shown(known, field) ?? (known === undefined && !mayBeMissing(field.name) ? null : field.fallback);
    pieces.push({ text: text !== null ? escape(text) : known === undefined ? escape(`[${label(outside)}]`) : "", field: outside });
  };
  const each = (part: Each, loop: Loop | null) => {
    const known = find(part.name, loop);
    const items = known === undefined ? [undefined] : itemsOf(known);
    if (items.length === 0) write(part.otherwise, loop);
    items.forEach((item, at) => { if (++rounds <= mostRounds) write(part.body, { list: nameOutside(part.name, loop), item, at, count: items.length }); });
  };
  write(parse(text).parts, null);
  return pieces;
}

export const renderText = (text: string, facts: Facts, label: (field: string) => string, escape?: (value: string) => string) => renderPieces(text, facts, label, escape).map(p => p.text).join("");

function ofLoop(name: string, { item, at, count }: Loop): unknown {
  switch (name) {
    case "@index": return at;
    case "@number": return at + 1;
    case "@first": return at === 0;
    case "@last": return at === count - 1;
    case "this": return item !== null && typeof item === "object" ? (item as Record<string, unknown>)["name"] ?? null : item;
    default: return item === undefined ? undefined : name.slice(5).split(".").reduce<unknown>((of, key) => of !== null && typeof of === "object" ? (of as Record<string, unknown>)[key] ?? null : null, item);
  }
}

const nameOutside = (name: string, loop: Loop | null) => !loop || !isLoops(name) || name.startsWith("@") ? name : name === "this" ? loop.list : `${loop.list}.${name.slice(5)}`;

// What a contact does not have is empty; what comes with a trigger is not known yet.
const mayBeMissing = (name: string) => /^(contact|practice|user)\./.test(name);
