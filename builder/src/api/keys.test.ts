import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

// What is kept under one key by two questions is, for one of them, the answer to the other.
it("under one key there is one question to the API", () => {
  const asked = new Map<string, Set<string>>();
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).filter(name => /\.tsx?$/.test(name) && !name.includes(".test.")))
    for (const [, key, rest] of readFileSync(join(root, path), "utf8").matchAll(/queryKey: (\[[^\]]*\])((?:(?!queryKey:)[\s\S]){0,400})/g)) {
      const question = /^[^;]*?queryFn:([^;]*?)"(\/api\/[^"]+)"/.exec(rest!);
      if (!question) continue;
      const shape = key!.replace(/(?<=[[,] *)[^",[\]]+/g, "*");
      asked.set(shape, (asked.get(shape) ?? new Set()).add(`${/readAll|readSome/.exec(question[1]!)?.[0] ?? "one"} ${question[2]}`));
    }
  expect(asked.size).toBeGreaterThan(20);
  expect([...asked].filter(([, questions]) => questions.size > 1).map(([key, questions]) => `${key}: ${[...questions].join(", ")}`)).toEqual([]);
});
