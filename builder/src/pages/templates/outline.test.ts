import { expect, it } from "vitest";
import { outline } from "./outline";

it("tells every step once, with its branches, and says where a path joins another", () => {
  const told = outline({ start: "a", steps: {
    a: { type: "if", name: "Booked?", branches: [{ id: "b1", name: "Yes", next: "z" }], none: { next: "t" } },
    t: { type: "sms.send", name: "Text", config: { body: "Hello" }, next: "z" },
    z: { type: "end", name: "Done", next: null },
  } });
  expect(told).toHaveLength(1);
  expect(told[0]!.ways.map(way => [way.name, way.steps.map(step => step.again ? `-> ${step.id}` : step.id)])).toEqual([["Yes", ["z"]], ["None of these", ["t", "-> z"]]]);
});

it("ends in a circle, and with nothing", () => {
  expect(outline({ start: "a", steps: { a: { type: "drip", next: "a" } } }).map(step => step.again ?? false)).toEqual([false, true]);
  expect(outline({})).toEqual([]);
  expect(outline(null)).toEqual([]);
});
