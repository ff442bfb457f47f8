import { expect, it } from "vitest";
import type { Catalogue } from "./catalogue";
import { plainly } from "./plainly";

const catalogue = {
  actions: new Map([["sms.send", { label: "Send text message" }]]), controls: new Map([["if", { label: "If / else" }]]), triggers: new Map([["appointment.status.changed", { label: "Appointment status changed" }]]),
} as unknown as Catalogue;

it.each([
  ["The step “sms.send” (slibew9) needs “Message”.", "The step “Send text message” needs “Message”."],
  ["The step “if” has a condition that cannot be read.", "The step “If / else” has a condition that cannot be read."],
  ["The trigger “appointment.status.changed” has no filter.", "The trigger “Appointment status changed” has no filter."],
  ["The step “Reminder” is never reached.", "The step “Reminder” is never reached."],
  ["It is of an unknown type “sms.sent”.", "It is of an unknown type “sms.sent”."],
])("calls kinds as the builder does: %s", (message, plain) => expect(plainly(catalogue, message)).toBe(plain));
