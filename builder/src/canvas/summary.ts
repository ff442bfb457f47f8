import type { Catalogue } from "../catalogue/catalogue";
import { describe, titleOf } from "../catalogue/catalogue";
import { conditionGroups, fieldNamed } from "../catalogue/mergeFields";
import type { Field } from "../catalogue/descriptors";
import { configAt } from "../model/change";
import type { Condition, Definition, Json, Step, Trigger } from "../model/definition";
import { durationWords, offsetWords } from "../model/duration";
import { humanise, narrate, type Names } from "../model/narrate";
import { withoutBlocks } from "../panels/text/template/flat";

/** Says what records are called; ids are shown only where nobody knows a name. */
export type Called = (of: string, id: string) => string | undefined;

export function namesFor(catalogue: Catalogue, definition: Definition, called: Called, triggerType?: string): Names {
  const groups = conditionGroups(catalogue, definition, triggerType);
  return {
    field: name => {
      const known = fieldNamed(groups, name);
      return known ? known.name.endsWith("*") ? humanise(name) : known.label : undefined;
    },
    operator: op => catalogue.operators.get(op),
    value: (name, value) => {
      const known = fieldNamed(groups, name);
      return known?.options?.find(o => o.value === value)?.label ?? (known?.of ? called(known.of, value) : undefined);
    },
  };
}

/** One readable sentence of who a trigger lets in. */
export function triggerSummary(catalogue: Catalogue, definition: Definition, trigger: Trigger, called: Called): string {
  const sentence = narrate(trigger.filters, namesFor(catalogue, definition, called, trigger.type));
  if (sentence) return sentence;
  const config = configSummary(catalogue.triggers.get(trigger.type)?.config ?? [], trigger.config, called);
  return config || "Every time, without a filter";
}

const datesKnown: Record<string, string> = { "appointment.startsAt": "the visit", "appointment.endsAt": "the visit’s end", "anchor.at": "the event date" };

/** One line about what a step does. Merge fields are told by the name people know. */
export function summary(catalogue: Catalogue, definition: Definition, step: Step, called: Called): string {
  const labels = new Map([...catalogue.common, ...definition.triggers.flatMap(t => catalogue.triggers.get(t.type)?.mergeFields ?? [])].map(f => [f.name, f.label]));
  return withoutBlocks(told(catalogue, definition, step, called)).replace(/\{\{\s*([^{}|]+?)\s*(\|[^{}]*)?\}\}/g, (_, field: string) => `‹${labels.get(field) ?? humanise(field)}›`);
}

function told(catalogue: Catalogue, definition: Definition, step: Step, called: Called): string {
  const c = step.config ?? {};
  const words = (value: Json | undefined) => typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
  const long = (value: Json | undefined) => durationWords(words(value)) ?? "…";
  const stepName = (id: Json | undefined) => typeof id === "string" && definition.steps[id] ? `“${titleOf(catalogue, definition.steps[id])}”` : "…";
  const orTimeout = step.timeout ? `, at most ${durationWords(step.timeout.after) ?? "…"}` : "";
  switch (step.type) {
    case "if": {
      const names = (step.branches ?? []).map(b => b.name || b.id);
      return `${names.length > 3 ? `${names.length} branches` : names.join(", ") || "No branch"}, else ${step.none?.name || "None"}`;
    }
    case "split": return (step.shares ?? []).map(s => `${s.percent} %`).join(" · ");
    case "goto": return `On to ${stepName(c["step"])}`;
    case "goal": return `Jumps here when: ${((c["events"] as { type: string }[] | undefined) ?? []).map(e => catalogue.triggers.get(e.type)?.label ?? e.type).join(", ") || "…"}`;
    case "drip": return c["batch"] ? `${String(c["batch"])} contacts every ${long(c["every"])}` : "Choose how many and how often";
    case "end": return "The path ends here";
    case "wait.delay": return [c["for"] && c["for"] !== "PT0S" ? `Wait ${long(c["for"])}` : "Wait", c["at"] ? `until ${words(c["at"])}` : "", c["window"] ? "within hours" : ""].filter(Boolean).join(", ").replace("Wait, until", "Wait until");
    case "wait.until": {
      const name = datesKnown[words(c["field"])] ?? (c["field"] ? humanise(words(c["field"])).toLowerCase() : words(c["at"]).replace("T", " ").slice(0, 16) || "…");
      return `Until ${c["offset"] ? offsetWords(words(c["offset"]), name) : name}${c["timeOfDay"] ? `, at ${words(c["timeOfDay"])}` : ""}`;
    }
    case "wait.reply": return `Until they reply${c["channel"] ? ` by ${c["channel"] === "sms" ? "text" : "email"}` : ""}${orTimeout}`;
    case "wait.condition": return `Until ${narrate(c["when"] as unknown as Condition, namesFor(catalogue, definition, called)) || "…"}${orTimeout}`;
    case "wait.link": return `Until they click ${c["linkId"] ? called("link", words(c["linkId"])) ?? "the link" : "any link"}${orTimeout}`;
    case "wait.email": return `Until ${c["stepId"] ? stepName(c["stepId"]) : "an email"} is ${((c["events"] as string[] | undefined) ?? []).join(" or ") || "…"}${orTimeout}`;
    case "wait.invoice": return `Until ${c["offset"] ? offsetWords(words(c["offset"]), "the invoice is due") : "the invoice is due"}`;
    case "email.send": return words(c["subject"]) || (c["templateId"] ? called("template", words(c["templateId"])) ?? "A template" : "No subject yet");
    case "contact.tag.add": case "contact.tag.remove": if (Array.isArray(c["tags"]) && c["tags"].length > 0) return c["tags"].join(", ");
  }
  return configSummary(describe(catalogue, step.type)?.config ?? [], c, called) || "Not filled in yet";
}

/** What the first telling field of a form holds: its text, or its label and value. */
function configSummary(fields: readonly Field[], config: Step["config"], called: Called): string {
  const telling = (["body", "title", "message", "text", "subject", "instructions", "url"] as const).map(n => fields.find(f => f.name === n)).concat(fields.filter(f => f.required && f.name !== "purpose"), fields.filter(f => f.name !== "purpose"));
  for (const field of telling) {
    const value = field && configAt(config, field.name);
    if (!field || value == null || value === "") continue;
    const text = say(field, value, called);
    if (text) return field.kind === "longText" || ["title", "subject", "url"].includes(field.name) ? text : `${field.label}: ${text}`;
  }
  return "";
}

function say(field: Field, value: Json, called: Called): string {
  if (Array.isArray(value)) return field.kind === "rows" ? `${value.length}` : value.map(item => say(field, item, called)).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value && typeof value === "object") return Object.entries(value).map(([name, v]) => `${humanise(name)} ${String(v)}`).join(", ");
  const text = String(value ?? "").replace(/\s+/g, " ").trim();
  if (field.kind === "duration") return durationWords(text) ?? text;
  return field.options?.find(o => o.value === text)?.label ?? (field.of ? called(field.of, text) : undefined) ?? text;
}
