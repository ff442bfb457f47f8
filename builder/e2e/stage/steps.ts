import type { Host } from "./Host";

// What a test finds ready when it is about something else.

export interface Made { type: string; name: string; config?: object; [more: string]: unknown }

export const text = (name: string, body = "Hello {{contact.firstName}}"): Made => ({ type: "sms.send", name, config: { purpose: "care", body } });
export const wait = (name: string, time: string): Made => ({ type: "wait.delay", name, config: { for: time } });
export const tag = (name: string, ...tags: string[]): Made => ({ type: "contact.tag.add", name, config: { tags } });
/** Whoever it fails for stays here. */
export const call = (name: string, url: string): Made => ({ type: "webhook.send", name, config: { method: "POST", url }, onError: { then: "stop" } });

/** One step after the other; started by hand. */
export const definition = (steps: Made[], settings: object = {}) => ({
  schemaVersion: 1, settings, triggers: [{ id: "t1", type: "form.submitted", filters: { all: [{ field: "form.id", op: "is", value: "none" }] } }], start: "s1",
  steps: Object.fromEntries(steps.map((step, at) => [`s${at + 1}`, { ...step, next: at + 1 < steps.length ? `s${at + 2}` : null }])), layout: {}, notes: [],
});

/** A published workflow; its id. */
export async function published(host: Host, name: string, steps: Made[], settings: object = {}): Promise<string> {
  const { id } = await host.post("/api/workflows", { name, definition: definition(steps, settings) });
  await host.post(`/api/workflows/${id}/publish`);
  return id;
}

/** A contact that is in a workflow now; the enrollment's id and the contact's. */
export async function enrolled(host: Host, workflowId: string, firstName: string, lastName = "Example") {
  const mail = `${firstName}.${lastName}.${workflowId.slice(-6)}`.toLowerCase().replaceAll(" ", "-");
  const contact = (await host.post("/api/contacts", { firstName, lastName, email: `${mail}@patients.example`, phone: number() })).id as string;
  const { enrollmentId } = await host.post(`/api/contacts/${contact}/enrollments`, { workflowId });
  return { contact, enrollment: enrollmentId as string };
}

let next = 1000;
const number = () => `+1212555${next++}`;

/** Until an enrollment stands so. */
export const stands = (host: Host, enrollment: string, status: string) => host.until(() => host.get(`/api/enrollments/${enrollment}`), found => found.status === status);
