import type { Definition } from "../model/definition";
import { titleOf, type Catalogue } from "./catalogue";
import type { FilterField, MergeField } from "./descriptors";

export interface MergeGroup { label: string; fields: MergeField[] }

const groupNames: Record<string, string> = { contact: "Contact", practice: "Practice", user: "Assigned team member", now: "Today", workflow: "Workflow", anchor: "Workflow", custom: "Practice's own values", appointment: "Visit", visits: "All visits", link: "Links", unsubscribe: "Links", reply: "The reply", found: "Found contact", steps: "Steps" };

/** Every value that texts of a workflow may use: the usual ones, what its triggers bring, and what earlier steps found out. */
export function mergeGroups(catalogue: Catalogue, definition: Definition, exceptStep?: string): MergeGroup[] {
  const groups = new Map<string, MergeField[]>();
  const add = (label: string, field: MergeField) => {
    const list = groups.get(label) ?? groups.set(label, []).get(label)!;
    if (!list.some(known => known.name === field.name)) list.push(field);
  };
  const finds = Object.values(definition.steps).some(step => step.type === "contact.find"), waits = Object.values(definition.steps).some(step => step.type === "wait.reply");
  // What a step finds out is offered where there is such a step.
  const offered = (name: string) => name.startsWith("found.") ? finds : name.startsWith("reply.") ? waits : true;
  for (const field of catalogue.common) if (offered(field.name)) add(groupNames[field.name.split(".")[0]!] ?? "More", field);
  for (const trigger of definition.triggers) {
    const known = catalogue.triggers.get(trigger.type);
    for (const field of known?.mergeFields ?? []) add(`From “${known!.label}”`, field);
  }
  for (const [id, step] of Object.entries(definition.steps)) {
    if (id === exceptStep) continue;
    for (const output of catalogue.actions.get(step.type)?.outputs ?? [])
      add(`From the step “${titleOf(catalogue, step)}”`, { ...output, name: `steps.${id}.${output.name}` });
    if (step.type === "wait.reply")
      for (const field of replyFields) add("The reply", field);
  }
  return inDeskOrder([...groups].map(([label, fields]) => ({ label, fields: [...fields.filter(f => !isId(f.name)), ...fields.filter(f => isId(f.name))] })));
}

const isId = (name: string) => /(\.id|Id)$/.test(name);

/** What this workflow is about comes before what is the same in every one: the patient, what happened, what they answered. */
function inDeskOrder<T extends { label: string }>(groups: T[]): T[] {
  const place = ({ label }: T) => label === "Contact" ? 0 : label.startsWith("From “") || label === "Visit" ? 1 : label === "The reply" ? 2 : label.startsWith("From the step") ? 3 : 4;
  return groups.map((group, at) => ({ group, at })).sort((a, b) => place(a.group) - place(b.group) || a.at - b.at).map(one => one.group);
}

const replyFields: MergeField[] = [
  { name: "reply.text", label: "What they wrote", type: "text", sensitive: true }, { name: "reply.channel", label: "Channel", type: "text" },
  { name: "reply.intent", label: "What they meant", type: "text" }, { name: "reply.number", label: "Number they gave", type: "number" }, { name: "reply.at", label: "When they replied", type: "date" },
];
const intents = [["confirm", "Confirms"], ["reschedule", "Wants another time"], ["decline", "Declines"], ["stop", "Wants no messages"], ["number", "A number"], ["other", "Something else"]]
  .map(([value, label]) => ({ value: value!, label: label! }));

export interface FieldGroup { label: string; fields: FilterField[] }

/** Fields that a condition may ask about; `trigger` narrows what a trigger's filters offer first. */
export function conditionGroups(catalogue: Catalogue, definition: Definition, triggerType?: string): FieldGroup[] {
  if (triggerType) {
    const own = catalogue.triggers.get(triggerType)?.filters ?? [];
    return byRoot(own);
  }
  const fromTriggers = definition.triggers.flatMap(t => catalogue.triggers.get(t.type)?.filters ?? []);
  const known = new Map<string, FilterField>(fromTriggers.map(f => [f.name, f]));
  for (const trigger of catalogue.triggers.values()) for (const f of trigger.filters) if (f.name.startsWith("contact.") && !known.has(f.name)) known.set(f.name, f);
  for (const group of mergeGroups(catalogue, definition))
    for (const f of group.fields) if (!known.has(f.name)) known.set(f.name, { name: f.name, label: f.label, type: f.type, ...(f.name === "reply.intent" ? { options: intents } : {}) });
  known.set("workflow.triggerId", { name: "workflow.triggerId", label: "Trigger that let the contact in", type: "text", options: definition.triggers.map(t => ({ value: t.id, label: t.name || catalogue.triggers.get(t.type)?.label || t.type })) });
  known.set("now.weekday", { name: "now.weekday", label: "Weekday", type: "clock", options: weekdays });
  known.set("now.time", { name: "now.time", label: "Time of day", type: "clock" });
  // A question after a wait for a reply is mostly about the reply.
  const groups = byRoot([...known.values()], definition, catalogue);
  return [...groups.filter(g => g.label === "The reply"), ...groups.filter(g => g.label !== "The reply")];
}

export const weekdays = [["mon", "Monday"], ["tue", "Tuesday"], ["wed", "Wednesday"], ["thu", "Thursday"], ["fri", "Friday"], ["sat", "Saturday"], ["sun", "Sunday"]].map(([value, label]) => ({ value: value!, label: label! }));

function byRoot(fields: FilterField[], definition?: Definition, catalogue?: Catalogue): FieldGroup[] {
  const groups = new Map<string, FilterField[]>();
  for (const field of fields) {
    const [root, id] = field.name.split(".");
    const step = root === "steps" ? definition?.steps[id!] : undefined;
    const label = step && catalogue ? `From the step “${titleOf(catalogue, step)}”` : root === "reply" ? "The reply" : groupNames[root!] ?? root!.charAt(0).toUpperCase() + root!.slice(1);
    (groups.get(label) ?? groups.set(label, []).get(label)!).push(field);
  }
  return [...groups].map(([label, list]) => ({ label, fields: list }));
}

/** The name by which people know a field; a star stands for whatever comes after. */
export function fieldNamed(groups: readonly FieldGroup[], name: string): FilterField | undefined {
  const all = groups.flatMap(g => g.fields);
  return all.find(f => f.name === name) ?? all.find(f => f.name.endsWith("*") && name.startsWith(f.name.slice(0, -1)));
}
