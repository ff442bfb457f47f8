import type { Config } from "../../../model/definition";
import { atWall, wallInDays } from "../../../ui/time";

/** Something that happens to the contact while the workflow is tried out. */
export interface Happening { id: number; after: string; what: string; text: string }

export interface HappeningKind { value: string; label: string; field: { label: string; kind: "text" | "choice" | "none"; options?: [string, string][] }; event: (text: string, visit: Config | null, clock: Clock) => { type: string; data: Config } }

/** When the test begins, and the practice's zone. */
export interface Clock { at: number; zone: string | undefined }

const statuses: [string, string][] = [["confirmed", "confirmed"], ["cancelled", "cancelled"], ["showed", "patient came"], ["noshow", "did not come"]];

export const happenings: HappeningKind[] = [
  { value: "sms", label: "replies by text", field: { label: "What they write", kind: "text" }, event: text => ({ type: "message.received", data: { message: { channel: "sms", body: text } } }) },
  { value: "email", label: "replies by email", field: { label: "What they write", kind: "text" }, event: text => ({ type: "message.received", data: { message: { channel: "email", body: text, subject: "Re:" } } }) },
  { value: "booked", label: "books a visit", field: { label: "", kind: "none" }, event: (_, __, clock) => ({ type: "appointment.booked", data: { appointment: { id: "apt_test2", status: "new", startsAt: inDays(clock, "14:00"), endsAt: inDays(clock, "15:00") } } }) },
  { value: "status", label: "visit changes to", field: { label: "Status", kind: "choice", options: statuses }, event: (text, visit) => ({ type: "appointment.status.changed", data: { appointment: { ...visit, status: text || "confirmed" } } }) },
  { value: "paid", label: "pays", field: { label: "", kind: "none" }, event: () => ({ type: "payment.received", data: { payment: { status: "success", source: "invoice", amount: 100 } } }) },
  { value: "tag", label: "gets the tag", field: { label: "Tag", kind: "text" }, event: text => ({ type: "contact.tag.added", data: { tag: { name: text }, tags: [text] } as unknown as Config }) },
  { value: "click", label: "clicks a link", field: { label: "Which link (optional)", kind: "text" }, event: text => ({ type: "link.clicked", data: { link: (text ? { id: text } : {}) as Config } }) },
  { value: "opened", label: "opens the email", field: { label: "", kind: "none" }, event: () => ({ type: "email.event", data: { email: { event: "opened" } } }) },
];

const inDays = ({ at, zone }: Clock, time: string) => atWall(wallInDays(at, 7, time, zone), zone);
