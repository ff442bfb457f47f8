import { ClipboardPaste, CornerUpLeft, Merge, Scissors, type LucideIcon } from "lucide-react";
import { titleOf, type Catalogue } from "../catalogue/catalogue";
import { isLast, type Definition } from "../model/definition";
import { mayPlace } from "../model/place";
import { inOrder, loose, reachedFrom } from "../model/reach";
import { readOutlet, stepOf, type Outlet } from "../model/ways";
import { clip, endHere, insert, insertTrigger, join, paste } from "./commands";
import { iconOf, kindOf, triggerIcon, type Kind } from "./kinds";
import type { Builder, Palette } from "./store";
import { summary } from "./summary";

export interface PaletteItem { key: string; label: string; category: string; help: string; kind: Kind; icon: LucideIcon; search: string; why?: string; page?: "join" | "goto"; act: () => void }

const first = ["Messages", "Waits", "Paths", "Contacts", "Appointments"];
const usual = ["sms.send", "email.send", "wait.delay", "wait.until", "wait.reply", "if", "contact.tag.add", "task.add"];
const place = (type: string) => usual.includes(type) ? usual.indexOf(type) : usual.length;
const order = (category: string) => first.includes(category) ? first.indexOf(category) : first.length;
const words = (...parts: string[]) => parts.join(" ").toLowerCase();

export function paletteItems(builder: Builder, catalogue: Catalogue, definition: Definition, where: Palette, page: "" | "join" | "goto"): PaletteItem[] {
  if ("trigger" in where) return triggers(builder, catalogue);
  if (page) return steps(builder, catalogue, definition, where.outlet, page);
  const here = atThisPlace(builder, definition, where.outlet);
  // What cuts or joins stands last, so that Enter on an empty search never does it.
  return [...here.filter(item => item.key === "paste"), ...types(builder, catalogue, definition, where.outlet), ...here.filter(item => item.key !== "paste")];
}

const otherSystems = "From other systems";

function triggers(builder: Builder, catalogue: Catalogue): PaletteItem[] {
  return [...catalogue.triggers.values()].map((t): PaletteItem => ({
    key: t.type, label: t.label, category: t.outside ? otherSystems : t.category, help: t.help, kind: "trigger", icon: triggerIcon(t.type), search: words(t.label, t.help, t.category, t.type),
    act: () => insertTrigger(builder, catalogue, t.type),
  })).sort((a, b) => Number(a.category === otherSystems) - Number(b.category === otherSystems) || a.category.localeCompare(b.category) || a.label.localeCompare(b.label));
}

function types(builder: Builder, catalogue: Catalogue, definition: Definition, outlet: Outlet): PaletteItem[] {
  const all = [...catalogue.actions.values(), ...catalogue.controls.values()];
  return all.filter(a => a.type !== "goto").map((a): PaletteItem => {
    const kind = kindOf(a.type, a.category);
    const may = !isLast(a.type) || mayPlace(definition, outlet, a.type);
    return {
      key: a.type, label: a.label, category: a.category, help: a.help, kind, icon: iconOf(a.type, kind), search: words(a.label, a.help, a.category, a.type), act: () => insert(builder, catalogue, outlet, a.type),
      ...(may ? {} : { why: "Only where a path ends: what follows would never be reached." }),
    };
  }).sort((a, b) => order(a.category) - order(b.category) || a.category.localeCompare(b.category) || place(a.key) - place(b.key) || a.label.localeCompare(b.label));
}

/** What is special about the place: joining, jumping, pasting, ending. */
function atThisPlace(builder: Builder, definition: Definition, outlet: Outlet): PaletteItem[] {
  const category = "At this place";
  const item = (key: string, label: string, help: string, icon: LucideIcon, more: Partial<PaletteItem>): PaletteItem => ({ key, label, category, help, kind: "flow", icon, search: words(label, help), act: () => {}, ...more });
  const [ends, any] = [readOutlet(definition, outlet) === null, Object.keys(definition.steps).length > 0];
  const kept = clip();
  return [
    ...(kept ? [item("paste", `Paste ${Object.keys(kept.steps).length === 1 ? "the copied step" : `${Object.keys(kept.steps).length} copied steps`}`, "What was copied last, also in another workflow.", ClipboardPaste, { act: () => void paste(builder, outlet) })] : []),
    ...(any && ends && outlet !== "start" ? [
      item("join", "Join another path", "Goes on at a step that is already there; both paths then share what follows.", Merge, { page: "join" }),
      item("goto", "Go to", "Jumps to a step, also back up. After ten times the path ends.", CornerUpLeft, { page: "goto" }),
    ] : []),
    ...(any && ends && outlet === "start" ? [item("join", "Begin at a step that is there", "The triggers lead to it.", Merge, { page: "join" })] : []),
    ...(!ends && stepOf(outlet) !== null ? [item("end-here", "End the path here", "What follows stays beside it, not connected, until you put it elsewhere.", Scissors, { act: () => endHere(builder, outlet) })] : []),
  ];
}

function steps(builder: Builder, catalogue: Catalogue, definition: Definition, outlet: Outlet, page: "join" | "goto"): PaletteItem[] {
  const holder = stepOf(outlet);
  const open = new Set(loose(definition));
  return inOrder(definition).map((id): PaletteItem => {
    const step = definition.steps[id]!;
    const kind = kindOf(step.type, catalogue.actions.get(step.type)?.category ?? catalogue.controls.get(step.type)?.category);
    // Joining a step above is a circle; a Go To counts how often it is walked and ends it.
    const above = page === "join" && holder !== null && reachedFrom(definition, [id]).has(holder);
    return {
      key: id, label: titleOf(catalogue, step), category: open.has(id) ? "Not connected" : "Steps of this workflow", help: summary(catalogue, definition, step, () => undefined), kind, icon: iconOf(step.type, kind),
      search: words(titleOf(catalogue, step), summary(catalogue, definition, step, () => undefined)), act: () => join(builder, catalogue, outlet, id, page === "goto"),
      ...(above ? { why: "It lies before this place. Use “Go to” for a way back." } : {}),
    };
  });
}
