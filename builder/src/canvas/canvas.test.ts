import { describe, expect, it } from "vitest";
import { fork, long, text, wait, workflow } from "../model/samples";
import { bend } from "./bend";
import { light } from "./lit";
import { sceneOf } from "./scene";
import { createBuilder } from "./store";
import { setConfig } from "../model/change";
import { walk } from "./walk";

const forked = workflow({ s1: fork("s2", "s3"), s2: text("s4"), s3: wait("s4"), s4: text(null) });

describe("the scene", () => {
  it("keeps every card as it was when only a text changed, so that nothing is drawn again", () => {
    const first = sceneOf(forked, null);
    expect(sceneOf(setConfig(forked, "s2", "body", "Other"), first).nodes).toBe(first.nodes);
  });
  it("walks down the lines, up again, and from branch to branch", () => {
    const { nodes, edges } = sceneOf(forked, null);
    const go = (from: string, way: Parameters<typeof walk>[3]) => walk(nodes, edges, from, way);
    expect([go("t:t1", "ArrowDown"), go("s:s1", "ArrowDown"), go("b:s1/branches/b1", "ArrowRight"), go("b:s1/none", "ArrowDown"), go("s:s3", "ArrowDown"), go("s:s4", "ArrowDown"), go("s:s1", "ArrowUp")])
      .toEqual(["s:s1", "b:s1/branches/b1", "b:s1/none", "s:s3", "s:s4", "e:s4/next", "t:t1"]);
  });
  it("reaches every step of a long workflow with the arrow down and right alone", () => {
    const { nodes, edges } = sceneOf(long(100), null);
    const seen = new Set<string>();
    const open = ["t:t1"];
    for (let at = open.pop(); at; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      for (const way of ["ArrowDown", "ArrowRight"] as const) { const to = walk(nodes, edges, at, way); if (to) open.push(to); }
    }
    expect(nodes.filter(n => n.type === "step" && !seen.has(n.id))).toEqual([]);
  });
  it("bends lines with round corners, and draws straight ones straight", () => expect([bend(0, 0, 0, 9, 4), bend(0, 0, 50, 100, 50)]).toEqual(["M 0 0 L 0 9", "M 0 0 L 0 40 Q 0 50 10 50 L 40 50 Q 50 50 50 60 L 50 100"]));
});

describe("a lit path", () => {
  it("lights the ways between the steps that were visited, and where the contact stands", () => {
    const lit = light(forked, [{ stepId: "s1", what: "decided" }, { stepId: "s3", what: "waiting" }], "s3");
    expect([[...lit.steps], [...lit.outlets]]).toEqual([[["s1", "passed"], ["s3", "here"]], ["start", "s1/none", "s1/none/chip"]]);
  });
});

it("lights the way on which a path ended", () => {
  const ends = workflow({ s1: { type: "wait.reply", config: {}, timeout: { after: "P1D", next: null }, next: null } });
  const timedOut = { stepId: "s1", what: "timedOut" };
  expect([...light(ends, [timedOut], null).outlets]).toEqual(["start", "s1/timeout", "s1/timeout/chip"]);
  expect([...light(ends, [timedOut, { stepId: "s1", what: "finished" }], null).outlets]).toEqual(["start", "s1/timeout", "s1/timeout/chip"]);
});

describe("the store", () => {
  it("does and undoes, and says so; a version that is looked at is not edited", () => {
    const builder = createBuilder("wf", forked);
    expect(builder.getState().edit(d => setConfig(d, "s2", "body", "x"), "Changed a text")).toBe(true);
    builder.getState().undo();
    expect([builder.getState().history.now, builder.getState().said]).toEqual([forked, "Undone: Changed a text"]);
    builder.getState().set({ readOnly: true });
    expect(builder.getState().edit(d => setConfig(d, "s2", "body", "y"), "Changed a text")).toBe(false);
  });
});
