import type { Catalogue } from "../catalogue/catalogue";
import { describe } from "../catalogue/catalogue";
import { withConfig } from "../model/change";
import type { Config, Definition, Step } from "../model/definition";

/** A step as it comes out of the palette: with the catalogue's defaults, and with what nearly everybody chooses first. */
export function newStep(catalogue: Catalogue, type: string, definition: Definition): Step {
  let config: Config = {};
  const fields = describe(catalogue, type)?.config ?? [];
  for (const field of fields) if (field.default !== undefined && field.default !== null) config = withConfig(config, field.name, field.default);
  if (fields.some(f => f.name === "purpose") && config["purpose"] === undefined) config["purpose"] = "care";
  const visits = definition.triggers.some(t => t.type.startsWith("appointment."));
  switch (type) {
    case "if": return { type, branches: [{ id: "b1", name: "Yes", when: { all: [] }, next: null }], none: { name: "No", next: null } };
    case "split": return { type, shares: [{ id: "p1", name: "A", percent: 50, next: null }, { id: "p2", name: "B", percent: 50, next: null }] };
    case "goto": return { type, config: { step: "", ...config } };
    case "end": return { type };
    case "goal": return { type, config: { events: [], whenUnmet: "continue" }, next: null };
    case "drip": return { type, config: { batch: 50, every: "PT1H" }, next: null };
    case "wait.delay": return { type, config: { for: "P1D" }, next: null };
    case "wait.until": return { type, config: visits ? { field: "appointment.startsAt", offset: "-P1D" } : { field: "" }, next: null };
    case "wait.reply": case "wait.link": return { type, config: {}, timeout: { after: "P1D", next: null }, next: null };
    case "wait.condition": return { type, config: { when: { all: [] } }, timeout: { after: "P7D", next: null }, next: null };
    case "wait.email": return { type, config: { events: ["opened"] }, timeout: { after: "P2D", next: null }, next: null };
    default: return { type, config, next: null };
  }
}
