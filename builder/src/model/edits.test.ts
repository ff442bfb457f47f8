import { describe, expect, it } from "vitest";
import { addBranch, changeBranch, duplicateBranch, moveBranch, removeBranch } from "./branches";
import { addTrigger, changeStep, moveTrigger, removeTrigger, setConfig, setEnabled, setFilters, setSetting, shiftStep, tidy, withConfig } from "./change";
import { addGoTo, connect, disconnect } from "./connect";
import { copySteps, pasteSteps, readClip } from "./copy";
import { moveStep } from "./move";
import { addStep, mayPlace } from "./place";
import { loose } from "./reach";
import { removeStep, removeSteps } from "./remove";
import { counting, fork, text, wait, workflow } from "./samples";

const chain = workflow({ s1: text("s2"), s2: wait("s3"), s3: text(null) });
const forked = workflow({ s1: fork("s2", "s3"), s2: text("s4"), s3: wait("s4"), s4: text(null) });

describe("adding", () => {
  it("puts a step on an edge: what followed goes on after it", () => {
    const { definition, id } = addStep(chain, "s1/next", text(null), counting());
    expect([definition.steps["s1"]!.next, definition.steps[id]!.next]).toEqual([id, "s2"]);
  });
  it("puts a step before the first one", () => {
    const { definition, id } = addStep(chain, "start", text(null), counting());
    expect([definition.start, definition.steps[id]!.next]).toEqual([id, "s1"]);
  });
  it("puts a step under an end", () => {
    const { definition, id } = addStep(chain, "s3/next", text(null), counting());
    expect([definition.steps["s3"]!.next, definition.steps[id]!.next]).toEqual([id, null]);
  });
  it("puts a step into a branch", () => {
    const { definition, id } = addStep(forked, "s1/branches/b1", text(null), counting());
    expect([definition.steps["s1"]!.branches![0]!.next, definition.steps[id]!.next]).toEqual([id, "s2"]);
  });
  it("leads every way of a new fork to what followed, so that nothing is lost", () => {
    const { definition, id } = addStep(chain, "s1/next", fork(null, null), counting());
    expect([definition.steps[id]!.branches![0]!.next, definition.steps[id]!.none!.next]).toEqual(["s2", "s2"]);
  });
  it("puts a Go To and an End only where a path ends", () => {
    expect([mayPlace(chain, "s1/next", "goto"), mayPlace(chain, "s3/next", "end"), mayPlace(chain, "s9/next", "end")]).toEqual([false, true, false]);
  });
  it("lets a branch that joins end instead, for what follows is reached by the other", () => expect(mayPlace(forked, "s2/next", "end")).toBe(true));
});

describe("removing", () => {
  it("joins what was before with what comes after", () => {
    const { definition } = removeStep(chain, "s2");
    expect([definition.steps["s1"]!.next, Object.keys(definition.steps)]).toEqual(["s3", ["s1", "s3"]]);
  });
  it("keeps one branch of a fork and takes along what hangs on the others alone", () => {
    const { definition, alsoGone } = removeStep(forked, "s1", "s1/none");
    expect([definition.start, alsoGone, Object.keys(definition.steps)]).toEqual(["s3", ["s2"], ["s3", "s4"]]);
  });
  it("goes on where all branches come together when none is kept by name", () => {
    const { definition } = removeStep(forked, "s1");
    expect([definition.start, Object.keys(definition.steps)]).toEqual(["s4", ["s4"]]);
  });
  it("lets a Go To follow to what comes after its target, or go with it", () => {
    const jump = (to: string) => ({ type: "goto", config: { step: to } });
    const circle = workflow({ s1: text("s2"), s2: wait("s3"), s3: fork("s4", null), s4: jump("s2") });
    expect(removeStep(circle, "s2").definition.steps["s4"]!.config).toEqual({ step: "s3" });
    const last = workflow({ s1: fork("s2", "s3"), s2: jump("s3"), s3: text(null) });
    expect(Object.keys(removeStep(last, "s3").definition.steps)).toEqual(["s1"]);
  });
  it("forgets a step that another one watched", () => {
    const watched = workflow({ s1: text("s2"), s2: { type: "wait.email", config: { stepId: "s1", events: ["opened"] }, next: null } });
    expect(removeStep(watched, "s1").definition.steps["s2"]!.config).toEqual({ events: ["opened"] });
  });
  it("takes several out at once", () => expect(removeSteps(chain, ["s1", "s2"]).definition.start).toBe("s3"));
});

describe("moving", () => {
  it("moves a step down and up a chain", () => {
    const down = moveStep(chain, "s1", "s3/next");
    expect([down.start, down.steps["s2"]!.next, down.steps["s3"]!.next, down.steps["s1"]!.next]).toEqual(["s2", "s3", "s1", null]);
    const up = moveStep(chain, "s3", "start");
    expect([up.start, up.steps["s3"]!.next, up.steps["s2"]!.next]).toEqual(["s3", "s1", null]);
  });
  it("moves a fork with everything in its branches", () => {
    const before = workflow({ s0: text("s1"), ...forked.steps }, "s0");
    const moved = moveStep(before, "s1", "start");
    expect([moved.start, moved.steps["s2"]!.next, moved.steps["s3"]!.next, moved.steps["s0"]!.next]).toEqual(["s1", "s0", "s0", "s4"]);
  });
  it("does not move a step into its own branch or where it already is", () => {
    expect(moveStep(forked, "s1", "s2/next")).toBe(forked);
    expect(moveStep(chain, "s2", "s1/next")).toBe(chain);
  });
  it("does not move an End in front of steps that nobody else leads to", () => {
    const ended = workflow({ s1: fork("s2", "s3"), s2: { type: "end" }, s3: text(null) });
    expect(moveStep(ended, "s2", "start")).toBe(ended);
  });
  it("puts a loose chain back as a whole", () => {
    const cut = disconnect(chain, "s1/next");
    expect(loose(cut)).toEqual(["s2", "s3"]);
    expect(loose(moveStep(cut, "s2", "start"))).toEqual([]);
  });
});

describe("connecting", () => {
  it("joins a path with another", () => expect(connect(workflow({ s1: fork("s2", null), s2: text(null) }), "s1/none", "s2").steps["s1"]!.none!.next).toBe("s2"));
  it("ends a path with a Go To", () => {
    const { definition, id } = addGoTo(chain, "s3/next", "s1", counting());
    expect(definition.steps[id!]).toEqual({ type: "goto", config: { step: "s1" } });
    expect(addGoTo(chain, "s1/next", "s3").id).toBeNull();
  });
  it("refuses steps that are not there", () => expect(connect(chain, "s3/next", "nobody")).toBe(chain));
});

describe("copying", () => {
  it("pastes a chain with new ids between two steps", () => {
    const { definition, ids } = pasteSteps(chain, "s3/next", copySteps(chain, ["s1", "s2"]), counting());
    expect([definition.steps["s3"]!.next, definition.steps[ids[0]!]!.next, definition.steps[ids[1]!]!.next]).toEqual([ids[0], ids[1], null]);
  });
  it("goes through the clipboard as text", () => expect(readClip(JSON.stringify(copySteps(chain, ["s2"])))!.heads).toEqual(["s2"]));
  it("takes no other text for steps", () => expect([readClip("hello"), readClip("{}"), readClip("{\"marker\":\"x\"}")]).toEqual([null, null, null]));
  it("lets texts that use a copied step's answer use the copy's", () => {
    const asks = workflow({ s1: { type: "http.request", config: {}, next: "s2" }, s2: { type: "sms.send", config: { body: "{{steps.s1.status}} {{#if steps.s1.status}}{{/if}} {{steps.zz.status}}" }, next: null } });
    const { definition, ids } = pasteSteps(asks, "s2/next", copySteps(asks, ["s1", "s2"]), counting());
    expect(definition.steps[ids[1]!]!.config!["body"]).toBe(`{{steps.${ids[0]}.status}} {{#if steps.${ids[0]}.status}}{{/if}} {{steps.zz.status}}`);
  });
});

describe("branches", () => {
  it("adds one before None that joins where the others do", () => {
    const { definition, branch } = addBranch(forked, "s1", counting());
    expect(definition.steps["s1"]!.branches!.map(b => [b.id, b.next])).toEqual([["b1", "s2"], [branch, "s4"]]);
  });
  it("duplicates one with its steps", () => {
    const { definition, branch } = duplicateBranch(forked, "s1", "b1", counting());
    const copy = definition.steps["s1"]!.branches!.find(b => b.id === branch)!;
    expect([copy.name, copy.next !== "s2", definition.steps[copy.next!]!.next]).toEqual(["Booked (copy)", true, "s4"]);
  });
  it("removes one with what hangs on it alone", () => {
    const removed = removeBranch(forked, "s1", "b1");
    expect([removed.steps["s1"]!.branches, Object.keys(removed.steps)]).toEqual([[], ["s1", "s3", "s4"]]);
  });
  it("never removes None, and keeps it last", () => expect(removeBranch(forked, "s1", "none")).toBe(forked));
  it("reorders and renames", () => {
    const two = addBranch(forked, "s1", counting());
    const moved = moveBranch(two.definition, "s1", two.branch, 0);
    expect(moved.steps["s1"]!.branches!.map(b => b.id)).toEqual([two.branch, "b1"]);
    expect(changeBranch(moved, "s1", "none", { name: "Everybody else" }).steps["s1"]!.none).toEqual({ name: "Everybody else", next: "s3" });
  });
  it("keeps the shares of a split at 100 together", () => {
    const split = workflow({ s1: { type: "split", shares: [{ id: "a", percent: 50, next: null }, { id: "b", percent: 50, next: null }] } });
    expect(addBranch(split, "s1").definition.steps["s1"]!.shares!.map(s => s.percent)).toEqual([34, 33, 33]);
  });
});

describe("fields", () => {
  it("sets and takes away fields, also one level down", () => {
    expect(withConfig({ a: 1 }, "auth.kind", "basic")).toEqual({ a: 1, auth: { kind: "basic" } });
    expect(withConfig({ a: 1, auth: { kind: "basic" } }, "auth.kind", undefined)).toEqual({ a: 1 });
  });
  it("switches steps off and leaves nothing behind when they are on", () => {
    const off = setEnabled(chain, ["s1", "s2"], false);
    expect(off.steps["s1"]!.enabled).toBe(false);
    expect(setEnabled(off, ["s1", "s2"], true)).toEqual(chain);
  });
  it("changes names, configs, settings, filters and triggers", () => {
    expect(changeStep(chain, "s1", { name: "Hello" }).steps["s1"]!.name).toBe("Hello");
    expect(setConfig(chain, "s2", "for", "PT2H").steps["s2"]!.config).toEqual({ for: "PT2H" });
    expect(setSetting(chain, "reentry", "once").settings).toEqual({ reentry: "once" });
    const { definition, id } = addTrigger(chain, "contact.created", counting());
    const first = moveTrigger(setFilters(definition, id, { any: [] }), id, 0);
    expect(first.triggers.map(t => [t.id, t.filters])).toEqual([[id, { any: [] }], ["t1", { all: [] }]]);
    expect(removeTrigger(first, id).triggers.map(t => t.id)).toEqual(["t1"]);
  });
  it("puts cards aside and back", () => {
    const aside = shiftStep(chain, "s1", { x: 40, y: 10 });
    expect(aside.layout!.shifts).toEqual({ s1: { x: 40, y: 10 } });
    expect(tidy(aside).layout).toEqual({ shifts: {} });
  });
});
