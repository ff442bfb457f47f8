import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** The class names that a sheet styles by themselves: `.tools { … }`, not `.settings .tools { … }`. */
function styled(sheet: string): string[] {
  const rules = sheet.replace(/\/\*.*?\*\//gs, "").matchAll(/([^{}]+)\{/g);
  return [...rules].flatMap(rule => rule[1]!.split(",")).flatMap(one => /^\s*\.([\w-]+)(::?[\w-]+(\([^)]*\))?|\[[^\]]*\])*\s*$/.exec(one)?.[1] ?? []);
}

it("a class is styled in one sheet: sheets stay when one goes on to another page, so two that share a name spoil each other", () => {
  const owners = new Map<string, Set<string>>();
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).filter(name => name.endsWith(".css")))
    for (const name of styled(readFileSync(join(root, path), "utf8"))) owners.set(name, (owners.get(name) ?? new Set()).add(path));
  const shared = [...owners].filter(([name, paths]) => paths.size > 1 && !name.startsWith("react-flow")).map(([name, paths]) => `${name}: ${[...paths].join(", ")}`);
  expect(shared).toEqual([]);
  expect(owners.size).toBeGreaterThan(100);
});
