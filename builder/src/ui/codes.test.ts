import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { words } from "./codes";

it("every code that the API has words for is told in the same words here", async () => {
  const api = await readFile(new URL("../../../shared/Runtime/Simulating/Tracing/CodeWords.cs", import.meta.url), "utf8");
  const known = [...api.matchAll(/\["([^"]+)"\] = "([^"]+)"/g)];
  expect(known.length).toBeGreaterThan(80);
  expect(known.filter(([, code, said]) => words(code) !== said).map(([, code]) => code)).toEqual([]);
});
