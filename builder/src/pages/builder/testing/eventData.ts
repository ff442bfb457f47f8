import type { Catalogue } from "../../../catalogue/catalogue";
import type { FilterField } from "../../../catalogue/descriptors";
import type { Config, Json, Trigger } from "../../../model/definition";
import { isRow, itemsOf } from "../../../model/narrate";
import type { Condition } from "../../../model/definition";
import { atWall, wallInDays } from "../../../ui/time";

/** The facts that an event of a trigger brings, without those about the contact. */
export function factsOf(catalogue: Catalogue, type: string): FilterField[] {
  const known = catalogue.triggers.get(type);
  const filters = (known?.filters ?? []).filter(f => !f.name.startsWith("contact."));
  const more = (known?.mergeFields ?? []).filter(f => !f.name.startsWith("contact.") && !f.name.endsWith(".id") && !filters.some(o => o.name === f.name)).map(f => ({ name: f.name, label: f.label, type: f.type }));
  return [...filters, ...more];
}

/** Far enough ahead that a reminder two days before is met and not passed over. */
const daysAhead = 4;

/** Values with which the trigger's own filter is met, and dates that lie ahead, or behind where the visit is over, as the practice's clock shows them.
 * @param now As the server has it. */
export function begin(catalogue: Catalogue, trigger: Trigger | undefined, now: number, zone: string | undefined): Record<string, string> {
  const values: Record<string, string> = {};
  if (!trigger) return values;
  const meet = (condition: Condition | undefined) => {
    if (!condition) return;
    if (isRow(condition)) {
      const value = Array.isArray(condition.value) ? condition.value[0] : condition.value;
      if (["is", "contains", "anyOf", "containsAny", "startsWith", "endsWith"].includes(condition.op) && value != null && !condition.field.startsWith("contact.")) values[condition.field] = String(value);
    } else itemsOf(condition).forEach(meet);
  };
  meet(trigger.filters);
  // Whoever showed, or did not, was to come yesterday.
  const days = ["showed", "noshow"].includes(values["appointment.status"] ?? "") ? -1 : daysAhead;
  for (const { name } of factsOf(catalogue, trigger.type)) {
    if (name.endsWith("startsAt")) values[name] ??= wallInDays(now, days, "14:00", zone);
    if (name.endsWith("endsAt")) values[name] ??= wallInDays(now, days, "15:00", zone);
  }
  return values;
}

/** Facts by root: `{"form":{"id":"consultation"}}`. */
export function dataOf(facts: readonly FilterField[], values: Record<string, string>, zone: string | undefined): Config {
  const data: Config = {};
  for (const [name, text] of Object.entries(values)) {
    if (text === "") continue;
    const type = facts.find(f => f.name === name)?.type;
    put(data, name.split("."), type === "number" ? Number(text) : type === "flag" ? text === "true" : type === "list" ? text.split(",").map(t => t.trim()) : type === "date" && text.includes("T") && text.length <= 19 ? atWall(text, zone) : text);
  }
  return data;
}

function put(at: Config, path: string[], value: Json) {
  const [first, ...rest] = path;
  if (rest.length === 0) { at[first!] = value; return; }
  const below = at[first!];
  put((at[first!] = below && typeof below === "object" && !Array.isArray(below) ? below : {}) as Config, rest, value);
}
