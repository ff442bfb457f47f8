import { describe, expect, it } from "vitest";
import { durationWords, isDuration, offsetWords, readLength, writeLength } from "./duration";
import { begin, commit, undo, undoTo } from "./history";
import { humanise, narrate } from "./narrate";
import { segments } from "./sms";
import { emptyDefinition } from "./definition";

describe("words", () => {
  it("tells a condition as a sentence", () => {
    const row = (field: string, op: string, value?: string) => ({ field, op, ...(value ? { value } : {}) });
    expect(narrate({ all: [row("form.id", "is", "consultation"), { any: [row("contact.tags", "contains", "vip"), row("contact.email", "empty")] }] },
      { operator: op => op === "empty" ? { label: "is empty", takes: "none" } : undefined })).toBe("Form is consultation and (Tags contains vip or Email is empty)");
    expect(narrate({ all: Array.from({ length: 5 }, () => row("contact.city", "is", "Kiel")) })).toMatch(/ \+ 2 more$/);
    expect(narrate({ all: [] })).toBe("");
  });
  it("names fields", () => expect([humanise("contact.firstName"), humanise("form.id"), humanise("now.hour")]).toEqual(["First name", "Form", "Hour"]));
  it("reads and writes lengths of time", () => {
    expect(["P1D", "PT20M", "-P2D", "PT0S", "P1DT2H", "x"].map(readLength)).toEqual([
      { amount: 1, unit: "days", before: false }, { amount: 20, unit: "minutes", before: false }, { amount: 2, unit: "days", before: true },
      { amount: 0, unit: "minutes", before: false }, null, null]);
    expect([writeLength({ amount: 3, unit: "weeks", before: false }), writeLength({ amount: 2, unit: "hours", before: true })]).toEqual(["P3W", "-PT2H"]);
    expect([durationWords("P1DT2H"), durationWords("nope"), offsetWords("-P1D", "the visit")]).toEqual(["1 day 2 hours", null, "1 day before the visit"]);
    expect([isDuration("-P1D"), isDuration("-P1D", true), isDuration("P")]).toEqual([false, true, false]);
  });
  it("counts text messages as carriers do", () => {
    expect(segments("a".repeat(160)).segments).toBe(1);
    expect(segments("a".repeat(161)).segments).toBe(2);
    expect(segments("€".repeat(80)).segments).toBe(1);
    expect(segments("ж".repeat(71))).toMatchObject({ segments: 2, unicode: true });
    expect(segments("")).toMatchObject({ segments: 0, left: 160 });
  });
});

describe("history", () => {
  const [a, b, c] = [emptyDefinition, { ...emptyDefinition }, { ...emptyDefinition }];
  it("makes one change of what is typed without a pause", () => {
    const typed = commit(commit(begin(a), b, "Changed the text", 0, "s1.body"), c, "Changed the text", 500, "s1.body");
    expect(typed.done.length).toBe(1);
    expect(undo(typed).now).toBe(a);
    expect(commit(typed, { ...a }, "Changed the text", 9_000, "s1.body").done.length).toBe(2);
  });
  it("goes back to any point of the list", () => {
    const two = commit(commit(begin(a), b, "Added a text", 0), c, "Added a wait", 1);
    expect([undoTo(two, 0).now, undoTo(two, 0).undone.length]).toEqual([a, 2]);
  });
  it("forgets what was undone once something else is done", () => expect(commit(undo(commit(begin(a), b, "x", 0)), c, "y", 1).undone).toEqual([]));
});
