import type { Condition, Json } from "./definition";
import { countRows, isRow, itemsOf } from "./narrate";

/** A question of the catalogue that is ready but for its blanks; `pointer` says where in the condition each lies. */
export interface Ready { condition: Condition; asks: { pointer: string }[] }

/** The condition with the ready one added, and below it the row with the first blank. */
export function addReady(value: Condition | undefined, ready: Ready): { condition: Condition; row: string } {
  const blank = ready.asks.find(ask => at(ready.condition, ask.pointer) === "") ?? ready.asks[0];
  const row = blank ? blank.pointer.split("/").slice(0, 3).join("/") : "/all/0";
  if (!value || !isRow(value) && countRows(value) === 0) return { condition: ready.condition, row };
  const group: Condition = isRow(value) ? { all: [value] } : value;
  const kind = "any" in group ? "any" : "all", items = itemsOf(group), added = itemsOf(ready.condition);
  // One question needs no group of its own; several do where others are alternatives.
  const loose = added.length === 1 || kind === "all";
  const next = loose ? [...items, ...added] : [...items, ready.condition];
  const place = `/${kind}/${items.length + (loose ? Number(row.split("/")[2]) : 0)}`;
  return { condition: kind === "any" ? { any: next } : { all: next }, row: loose ? place : place + row };
}

const at = (condition: Condition, pointer: string): Json | undefined =>
  pointer.split("/").slice(1).reduce<Json | undefined>((of, key) => of !== null && typeof of === "object" ? (of as { [name: string]: Json })[key] : undefined, condition as unknown as Json);
