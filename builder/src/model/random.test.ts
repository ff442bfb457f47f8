import { expect, it } from "vitest";
import { addBranch, duplicateBranch, moveBranch, removeBranch } from "./branches";
import { setEnabled, shiftStep } from "./change";
import { addGoTo, connect } from "./connect";
import { copySteps, pasteSteps } from "./copy";
import type { Definition } from "./definition";
import { begin, commit, redo, undo } from "./history";
import { picture } from "./layout";
import { moveStep } from "./move";
import { addStep, mayPlace } from "./place";
import { loose } from "./reach";
import { removeStep } from "./remove";
import { counting, dice, fork, text, wait, workflow } from "./samples";
import { allOutlets, waysOf } from "./ways";

const kinds = [() => text(null), () => wait(null), () => fork(null, null), () => ({ type: "end" }),
  () => ({ type: "wait.reply", config: {}, timeout: { after: "P1D", next: null }, next: null }),
  () => ({ type: "http.request", config: {}, onError: { then: "branch" as const, next: null }, next: null }),
  () => ({ type: "split", shares: [{ id: "a", percent: 50, next: null }, { id: "b", percent: 50, next: null }] })];

function edit(definition: Definition, roll: ReturnType<typeof dice>, make: ReturnType<typeof counting>): Definition {
  const outlets = allOutlets(definition).filter(s => !s.jump).map(s => s.outlet);
  const ids = Object.keys(definition.steps);
  const outlet = roll.pick(outlets);
  const id = ids.length > 0 ? roll.pick(ids) : null;
  switch (id === null ? 0 : roll.below(10)) {
    case 0: case 1: { const step = roll.pick(kinds)(); return mayPlace(definition, outlet, step.type) ? addStep(definition, outlet, step, make).definition : definition; }
    case 2: return removeStep(definition, id!, roll.below(2) ? roll.pick(waysOf(id!, definition.steps[id!]!).filter(w => !w.jump).map(w => w.outlet)) : undefined).definition;
    case 3: case 4: return moveStep(definition, id!, outlet);
    case 5: return ids.length < 60 ? pasteSteps(definition, outlet, copySteps(definition, ids.filter(() => roll.below(4) === 0).concat(id!)), make).definition : definition;
    case 6: return ["if", "split"].includes(definition.steps[id!]!.type) ? ids.length < 60 && roll.below(2) ? duplicateBranch(definition, id!, "b1", make).definition : addBranch(definition, id!, make).definition : definition;
    case 7: return definition.steps[id!]!.type === "if" ? removeBranch(moveBranch(definition, id!, "b1", 2), id!, "b1") : setEnabled(definition, [id!], false);
    case 8: return addGoTo(definition, outlet, id!, make).definition;
    default: return roll.below(2) ? shiftStep(definition, id!, { x: 5, y: 5 }) : allOutlets(definition).find(s => s.outlet === outlet)!.target === null ? connect(definition, outlet, id!) : definition;
  }
}

it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))("random edits lose no step, leave no hole, and are undone to the same JSON (seed %i)", seed => {
  const roll = dice(seed);
  const make = counting();
  let history = begin(workflow({}));
  const seen = [JSON.stringify(history.now)];
  for (let turn = 0; turn < 60; turn++) {
    const before = JSON.stringify(history.now);
    const now = edit(history.now, roll, make);
    expect(JSON.stringify(history.now), "edits are pure").toBe(before);
    expect(loose(now), `turn ${turn}`).toEqual([]);
    for (const { outlet, target } of allOutlets(now)) expect(target === null || target in now.steps, `${outlet} leads to ${target}`).toBe(true);
    const drawn = picture(now);
    expect(drawn.steps.size).toBe(Object.keys(now.steps).length);
    const next = commit(history, now, "edit", turn);
    if (next !== history) seen.push(JSON.stringify(now));
    history = next;
  }
  for (let at = seen.length - 2; at >= 0; at--) { history = undo(history); expect(JSON.stringify(history.now)).toBe(seen[at]); }
  expect(undo(history)).toBe(history);
  for (let at = 1; at < seen.length; at++) { history = redo(history); expect(JSON.stringify(history.now)).toBe(seen[at]); }
});
