import { expect, it } from "vitest";
import { readAll, readSome } from "./paged";

const list = (parts: number) => async (cursor: string | undefined) => ({ items: [Number(cursor ?? 0)], next: Number(cursor ?? 0) + 1 < parts ? String(Number(cursor ?? 0) + 1) : null });

it("reads a list that things are named from to its end, however many parts it has", async () => {
  expect(await readAll(list(37))).toHaveLength(37);
  expect(await readAll(list(1))).toEqual([0]);
});

it("does not go round for ever with a server that leads to where one was", async () => {
  let asked = 0;
  await readAll(async () => { asked++; return { items: [1], next: "same" }; });
  expect(asked).toBe(2);
  await readAll(async cursor => { asked++; return { items: [1], next: cursor === "there" ? "back" : "there" }; });
  expect(asked).toBe(5);
});

it("says so where a list was longer than was wanted", async () => {
  expect(await readSome(list(5), 3)).toEqual({ items: [0, 1, 2], cut: true });
  expect((await readSome(list(3), 3)).cut).toBe(false);
  expect(await readSome(list(5), 4, last => last === 1)).toEqual({ items: [0, 1], cut: false });
});
