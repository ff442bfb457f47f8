import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const sheets = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(name => name.endsWith(".css")).map(path => ({ path, area: areaOf(path), selectors: selectorsIn(path) }));

/** The builder is one page, though in three folders. */
function areaOf(path: string) {
  return /^(canvas|panels|pages\/builder)\//.test(path) ? "builder" : path.startsWith("pages/") ? path.split("/")[1]! : path.split("/")[0]!;
}

function selectorsIn(path: string): string[] {
  const rules = readFileSync(join(root, path), "utf8").replace(/\/\*.*?\*\//gs, "").matchAll(/([^{}]+)\{/g);
  return [...rules].map(rule => rule[1]!.trim()).filter(text => !text.startsWith("@")).flatMap(text => text.split(","));
}

// Sheets stay when one goes on to another page, so two that share a name spoil each other there.
it("a class that a sheet styles by itself belongs to that sheet", () => {
  const owners = new Map<string, Set<(typeof sheets)[number]>>();
  for (const sheet of sheets) for (const selector of sheet.selectors) {
    const name = /^\s*\.([\w-]+)(::?[\w-]+(\([^)]*\))?|\[[^\]]*\])*\s*$/.exec(selector)?.[1];
    if (name && !name.startsWith("react-flow")) owners.set(name, (owners.get(name) ?? new Set()).add(sheet));
  }
  expect(owners.size).toBeGreaterThan(100);
  expect([...owners].filter(([, of]) => of.size > 1).map(([name, of]) => `${name}: ${[...of].map(sheet => sheet.path).join(", ")}`)).toEqual([]);

  const mentioned = (sheet: (typeof sheets)[number], name: string) => sheet.selectors.some(selector => new RegExp(`\\.${name}(?![\\w-])`).test(selector));
  const others = [...owners].flatMap(([name, of]) => [...of].flatMap(({ area, path }) => area === "ui" ? []
    : sheets.filter(sheet => sheet.area !== area && mentioned(sheet, name)).map(sheet => `${name} of ${path}: also in ${sheet.path}`)));
  expect(others).toEqual([]);
});
