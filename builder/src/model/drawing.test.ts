import { describe, expect, it } from "vitest";
import { picture, size } from "./layout";
import { disconnect } from "./connect";
import { shiftStep } from "./change";
import { fork, long, text, wait, workflow } from "./samples";

const forked = workflow({ s1: fork("s2", "s3"), s2: text("s4"), s3: wait("s4"), s4: text(null) });

describe("the picture", () => {
  it("puts branches side by side and what they share below the middle", () => {
    const { steps } = picture(forked);
    const [one, two, three, four] = ["s1", "s2", "s3", "s4"].map(id => steps.get(id)!);
    expect(two!.y).toBe(three!.y);
    expect(two!.x).toBeLessThan(three!.x);
    expect(four!.x).toBe(one!.x);
    expect(four!.y).toBeGreaterThan(two!.y + size.card.height);
  });
  it("has a plus on every way and an end under every path that stops", () => {
    const drawn = picture(forked);
    expect([...drawn.pluses.keys()].sort()).toEqual(["s1/branches/b1", "s1/none", "s2/next", "s3/next", "s4/next", "start"]);
    expect([...drawn.ends.keys()]).toEqual(["s4/next"]);
  });
  it("offers the first step where there is none", () => expect([...picture(workflow({})).ends.keys()]).toEqual(["start"]));
  it("draws a way back up and a Go To as jumps", () => {
    const circle = workflow({ s1: text("s2"), s2: fork("s3", "s1"), s3: { type: "goto", config: { step: "s1" } } });
    expect(picture(circle).lines.filter(l => l.look === "jump").map(l => l.outlet).sort()).toEqual(["s2/none", "s3/goto"]);
  });
  it("shows what nothing leads to beside the rest", () => {
    const drawn = picture(disconnect(forked, "s4/next"));
    expect(drawn.loose.size).toBe(0);
    const cut = picture(disconnect(workflow({ s1: text("s2"), s2: text(null) }), "s1/next"));
    expect([...cut.loose]).toEqual(["s2"]);
    expect(cut.steps.get("s2")!.x).toBeGreaterThan(size.card.width);
  });
  it("keeps cards where they were put", () => {
    const aside = picture(shiftStep(forked, "s2", { x: 30, y: -5 }));
    expect(aside.steps.get("s2")!.x - picture(forked).steps.get("s2")!.x).toBe(30);
  });
  it("never lets two cards overlap", () => {
    const places = [...picture(long(120)).steps.values()];
    for (let a = 0; a < places.length; a++)
      for (let b = a + 1; b < places.length; b++)
        expect(Math.abs(places[a]!.x - places[b]!.x) < size.card.width && Math.abs(places[a]!.y - places[b]!.y) < size.card.height).toBe(false);
  });
  it("takes 500 steps", () => expect(picture(long(500)).steps.size).toBe(500));
});
