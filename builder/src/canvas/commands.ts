import type { Catalogue } from "../catalogue/catalogue";
import { describe, titleOf } from "../catalogue/catalogue";
import { addTrigger, removeNote, removeTrigger, setEnabled } from "../model/change";
import { addGoTo, connect, disconnect } from "../model/connect";
import { copySteps, pasteSteps, readClip, type Clip } from "../model/copy";
import { removeBranch } from "../model/branches";
import { moveStep } from "../model/move";
import { addStep } from "../model/place";
import { inOrder } from "../model/reach";
import { removeStep, removeSteps } from "../model/remove";
import { forks, mainOutlet, stepOf, type Outlet } from "../model/ways";
import { newStep } from "./newStep";
import { idOf, stepKey, type Builder } from "./store";

// The clipboard of the browser may be closed to us; then copying works within this window.
let kept: Clip | null = null;
export const clip = () => kept;

export const selectedSteps = (builder: Builder): string[] => {
  const { selected, history } = builder.getState();
  const ids = [...selected].filter(key => key.startsWith("s:")).map(idOf);
  return inOrder(history.now).filter(id => ids.includes(id));
};
const nameOf = (builder: Builder, catalogue: Catalogue, id: string) => {
  const step = builder.getState().history.now.steps[id];
  return step ? `“${titleOf(catalogue, step)}”` : "a step";
};
const said = (builder: Builder, catalogue: Catalogue, ids: readonly string[]) => ids.length === 1 ? nameOf(builder, catalogue, ids[0]!) : `${ids.length} steps`;

export function insert(builder: Builder, catalogue: Catalogue, outlet: Outlet, type: string) {
  const step = newStep(catalogue, type, builder.getState().history.now);
  let added = "";
  builder.getState().edit(d => { const made = addStep(d, outlet, step); added = made.id; return made.definition; }, `Added ${describe(catalogue, type)?.label ?? type}`);
  if (added) builder.getState().open(stepKey(added), "");
}

export function insertTrigger(builder: Builder, catalogue: Catalogue, type: string) {
  let added = "";
  builder.getState().edit(d => { const made = addTrigger(d, type); added = made.id; return made.definition; }, `Added the trigger ${catalogue.triggers.get(type)?.label ?? type}`);
  if (added) builder.getState().open(`t:${added}`, "");
}

/** Deletes what is selected. A fork with something in its branches is asked about first. */
export function remove(builder: Builder, catalogue: Catalogue) {
  const { selected, history, edit, set } = builder.getState();
  const ids = selectedSteps(builder);
  const only = ids.length === 1 && selected.size === 1 ? ids[0]! : null;
  if (only && forks(history.now.steps[only]!, only) && removeStep(history.now, only).alsoGone.length > 0) return set({ asking: { remove: only } });
  const others = [...selected].filter(key => !key.startsWith("s:"));
  if (ids.length === 0 && others.length === 0) return;
  const words = others.length === 0 ? `Deleted ${said(builder, catalogue, ids)}` : ids.length === 0 && others.length === 1 && others[0]!.startsWith("n:") ? "Deleted a note" : "Deleted what was selected";
  edit(d => others.reduce((next, key) => key.startsWith("t:") ? removeTrigger(next, idOf(key)) : key.startsWith("n:") ? removeNote(next, idOf(key)) : key.startsWith("b:") ? branchAway(next, idOf(key)) : next,
    removeSteps(d, ids).definition), words);
  set({ selected: new Set(), panel: null, at: null, focusAsked: builder.getState().focusAsked + 1 });
}

const branchAway = (d: Parameters<typeof removeBranch>[0], outlet: Outlet) => {
  const [id, kind, branch] = outlet.split("/");
  return (kind === "branches" || kind === "shares") && branch && d.steps[id!] ? removeBranch(d, id!, branch) : d;
};

/** @param keep The way of a fork that stays; undefined: where they all come together. */
export function removeKeeping(builder: Builder, catalogue: Catalogue, id: string, keep: Outlet | undefined) {
  builder.getState().edit(d => removeStep(d, id, keep).definition, `Deleted ${nameOf(builder, catalogue, id)}`);
  builder.getState().set({ asking: null, selected: new Set(), panel: null, at: null });
}

export async function copy(builder: Builder, catalogue: Catalogue, cut = false) {
  const ids = selectedSteps(builder);
  if (ids.length === 0) return builder.getState().say("Select a step to copy it");
  kept = copySteps(builder.getState().history.now, ids);
  await navigator.clipboard?.writeText(JSON.stringify(kept)).catch(() => {});
  builder.getState().say(`Copied ${said(builder, catalogue, ids)}`);
  if (cut) builder.getState().edit(d => removeSteps(d, ids).definition, `Cut ${said(builder, catalogue, ids)}`);
}

/** The place after what is selected: under it on its main path. */
export function outletAfter(builder: Builder): Outlet {
  const { at, selected, history } = builder.getState();
  const key = at ?? [...selected][0] ?? null;
  if (key?.startsWith("b:") || key?.startsWith("e:")) return idOf(key);
  const last = selectedSteps(builder).at(-1) ?? (key?.startsWith("s:") ? idOf(key) : null);
  const step = last ? history.now.steps[last] : undefined;
  return (step && mainOutlet(last!, step)) ?? "start";
}

export async function paste(builder: Builder, outlet = outletAfter(builder), text?: string) {
  const read = text ?? await navigator.clipboard?.readText().catch(() => "") ?? "";
  const found = readClip(read) ?? kept;
  if (!found) return builder.getState().say("There are no copied steps");
  putClip(builder, found, outlet, "Pasted");
}

function putClip(builder: Builder, found: Clip, outlet: Outlet, word: string) {
  let ids: string[] = [];
  builder.getState().edit(d => { const made = pasteSteps(d, outlet, found); ids = made.ids; return made.definition; }, `${word} ${Object.keys(found.steps).length === 1 ? "a step" : `${Object.keys(found.steps).length} steps`}`);
  if (ids.length === 0) return builder.getState().say("These steps end the path, so they go only where a path ends");
  builder.getState().set({ selected: new Set(ids.map(stepKey)), at: stepKey(ids[0]!), palette: null, focusAsked: builder.getState().focusAsked + 1 });
}

export function duplicate(builder: Builder) {
  const ids = selectedSteps(builder);
  if (ids.length > 0) putClip(builder, copySteps(builder.getState().history.now, ids), outletAfter(builder), "Duplicated");
}

export function toggle(builder: Builder, catalogue: Catalogue) {
  const ids = selectedSteps(builder);
  const on = ids.some(id => builder.getState().history.now.steps[id]!.enabled === false);
  if (ids.length > 0) builder.getState().edit(d => setEnabled(d, ids, on), `${on ? "Switched on" : "Switched off"} ${said(builder, catalogue, ids)}`);
}

export const moveTo = (builder: Builder, catalogue: Catalogue, id: string, outlet: Outlet) =>
  builder.getState().edit(d => moveStep(d, id, outlet), `Moved ${nameOf(builder, catalogue, id)}`);

/** Moves the selected step one place up or down its path, for those who do not drag. */
export function shift(builder: Builder, catalogue: Catalogue, up: boolean) {
  const [id] = selectedSteps(builder);
  if (!id) return;
  const { steps } = builder.getState().history.now;
  const above = outletLeadingTo(builder, id);
  const next = steps[id]!.next ?? null;
  const outlet = up ? (above && stepOf(above) ? outletLeadingTo(builder, stepOf(above)!) : null) : next && steps[next] ? mainOutlet(next, steps[next]) : null;
  if (!outlet || !moveTo(builder, catalogue, id, outlet)) return builder.getState().say(up ? "It cannot go further up" : "It cannot go further down");
  builder.getState().go(stepKey(id), true);
}

function outletLeadingTo(builder: Builder, id: string): Outlet | null {
  const d = builder.getState().history.now;
  if (d.start === id) return "start";
  for (const [other, step] of Object.entries(d.steps)) {
    const outlet = mainOutlet(other, step);
    if (outlet && step.next === id) return outlet;
    for (const b of step.branches ?? []) if (b.next === id) return `${other}/branches/${b.id}`;
    for (const s of step.shares ?? []) if (s.next === id) return `${other}/shares/${s.id}`;
    if (step.none?.next === id) return `${other}/none`;
  }
  return null;
}

export function join(builder: Builder, catalogue: Catalogue, outlet: Outlet, target: string, goTo: boolean) {
  const name = nameOf(builder, catalogue, target);
  if (goTo) builder.getState().edit(d => addGoTo(d, outlet, target).definition, `Added Go to ${name}`);
  else builder.getState().edit(d => connect(d, outlet, target), `Joined the path with ${name}`);
  builder.getState().set({ palette: null });
}

export function endHere(builder: Builder, outlet: Outlet) {
  builder.getState().edit(d => disconnect(d, outlet), "Ended the path");
  builder.getState().set({ palette: null });
}
