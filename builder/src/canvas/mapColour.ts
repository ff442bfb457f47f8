import type { Definition } from "../model/definition";
import { kindOf } from "./kinds";
import type { CardNode } from "./scene";

const roots: Record<string, string> = { email: "Messages", sms: "Messages", review: "Messages", contact: "Contacts", note: "Contacts", conversation: "Contacts", appointment: "Appointments", opportunity: "Opportunities", invoice: "Payments", document: "Payments", if: "Paths", split: "Paths", goto: "Paths", goal: "Paths", drip: "Paths", end: "Paths", workflow: "Workflows", ai: "Decisions" };

/** On the map a card is a spot of its colour; what only connects is left out. */
export const mapColour = (definition: Definition) => (node: CardNode) => {
  if (node.type === "trigger") return "var(--accent)";
  if (node.type === "note") return "var(--warning-soft)";
  if (node.type !== "step") return "transparent";
  const type = definition.steps[node.data.id]?.type ?? "";
  return `var(--kind-${kindOf(type, roots[type.split(".")[0]!])})`;
};
