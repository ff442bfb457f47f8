import { expect, it } from "vitest";
import { changeStep, setSetting } from "./change";
import { compare, merge } from "./compare";
import { addStep } from "./place";
import { removeStep } from "./remove";
import { counting, text, wait, workflow } from "./samples";

const base = workflow({ s1: text("s2"), s2: wait("s3"), s3: text(null) });
const name = (_: unknown, id: string) => id;

it("tells differences in words", () => {
  const { definition } = addStep(changeStep(base, "s1", { name: "Hello" }), "s3/next", text(null), counting());
  expect(compare(base, setSetting(definition, "reentry", "once"), name).map(c => c.words)).toEqual(["Renamed “s1” to “s1”", "“s3” leads to “sn1”", "Added “sn1”", "Changed the workflow’s settings"]);
  expect(compare(base, base, name)).toEqual([]);
  expect(compare(base, removeStep(base, "s1").definition, name).map(c => c.words)).toEqual(["Deleted “s1”", "Begins with “s2”"]);
});

it("puts changes of two windows together when they are about different things", () => {
  const [mine, theirs] = [changeStep(base, "s1", { name: "Mine" }), changeStep(base, "s3", { name: "Theirs" })];
  const both = merge(base, mine, theirs)!;
  expect([both.steps["s1"]!.name, both.steps["s3"]!.name]).toEqual(["Mine", "Theirs"]);
});

it("does not when both changed one step, or a path would lead to a step that the other deleted", () => {
  expect(merge(base, changeStep(base, "s1", { name: "Mine" }), changeStep(base, "s1", { name: "Theirs" }))).toBeNull();
  expect(merge(base, changeStep(base, "s2", { next: "s1" }), removeStep(base, "s1").definition)).toBeNull();
});
