import type { ReactNode } from "react";
import type { RecordPath } from "../../api/records";
import { Badge } from "../../ui/Badge";

export type Values = Record<string, unknown> & { id?: string };
export interface Ask {
  key: string; label: string; help?: string; required?: boolean; fixed?: boolean;
  kind?: "text" | "email" | "tel" | "url" | "number" | "long" | "choice" | "lines" | "stages" | "hours" | "user" | "zone";
  options?: [string, string][]; when?: (values: Values) => boolean;
}
export interface RecordKind { key: string; title: string; one: string; path: RecordPath; about: string; gone: string; columns: [string, (values: Values) => ReactNode][]; asks: Ask[]; blank: Values }

const text = (value: unknown) => value === null || value === undefined ? "" : String(value);
const roles: [string, string][] = [["owner", "Owner"], ["frontdesk", "Front desk"], ["provider", "Provider"]];
const types: [string, string][] = [["text", "Text"], ["number", "Number"], ["date", "Date"], ["choice", "Choice"], ["flag", "Yes or no"]];
const named = (list: [string, string][], value: unknown) => list.find(([key]) => key === value)?.[1] ?? text(value);
const clip = (value: unknown) => <span className="clip">{text(value)}</span>;

/** The plain records of a practice: how each is listed and asked for. */
export const recordKinds: RecordKind[] = [
  {
    key: "team", title: "Team", one: "member", path: "/api/users", about: "Who gets tasks and notices, and whom appointments are with.", gone: "Tasks and contacts assigned to them stay assigned, and workflows that name them are marked for review.",
    columns: [["Email", v => text(v["email"])], ["Phone", v => text(v["phone"])], ["Role", v => <Badge>{named(roles, v["role"])}</Badge>]], blank: { role: "frontdesk" },
    asks: [{ key: "name", label: "Name", required: true }, { key: "email", label: "Email", kind: "email" }, { key: "phone", label: "Phone", kind: "tel" }, { key: "role", label: "Role", kind: "choice", options: roles, required: true }, { key: "bookingUrl", label: "Their booking page", kind: "url" }],
  },
  {
    key: "calendars", title: "Calendars", one: "calendar", path: "/api/calendars", about: "Where appointments are booked. Without opening hours a calendar offers no free times by itself.", gone: "Appointments on it stay. Workflows that name it are marked for review.",
    columns: [["Group", v => text(v["group"])], ["Length", v => `${text(v["minutes"])} min`], ["Time zone", v => text(v["timeZone"])]], blank: { minutes: 30, bufferMinutes: 0 },
    asks: [{ key: "name", label: "Name", required: true }, { key: "group", label: "Group" }, { key: "minutes", label: "Length in minutes", kind: "number", required: true }, { key: "bufferMinutes", label: "Minutes between two visits", kind: "number" }, { key: "userId", label: "With", kind: "user" },
      { key: "timeZone", label: "Time zone", kind: "zone", help: "The practice's when left empty." }, { key: "bookingUrl", label: "Booking page", kind: "url" }, { key: "hours", label: "Opening hours", kind: "hours" }],
  },
  {
    key: "pipelines", title: "Pipelines", one: "pipeline", path: "/api/pipelines", about: "The way of an opportunity, stage by stage.", gone: "Opportunities in it lose their stage. Workflows that name it are marked for review.",
    columns: [["Stages", v => <span className="stages-line">{((v["stages"] ?? []) as { id: string; name: string }[]).map(stage => <Badge key={stage.id}>{stage.name}</Badge>)}</span>]], blank: { stages: [{ id: "new", name: "New" }] },
    asks: [{ key: "name", label: "Name", required: true }, { key: "stages", label: "Stages in order", kind: "stages", required: true }],
  },
  {
    key: "fields", title: "Custom fields", one: "field", path: "/api/custom-fields", about: "Facts about contacts that are your own, such as a skin type.", gone: "What contacts have in it is no longer shown. Workflows that use it are marked for review.",
    columns: [["Key", v => <code>{text(v["key"])}</code>], ["Type", v => named(types, v["type"])], ["Choices", v => ((v["options"] ?? []) as string[]).join(", ")]], blank: { type: "text" },
    asks: [{ key: "label", label: "Name", required: true }, { key: "key", label: "Key", required: true, fixed: true, help: "As workflows know it: letters and digits, such as skinType." }, { key: "type", label: "Type", kind: "choice", options: types, required: true }, { key: "options", label: "Choices", kind: "lines", help: "One on each line.", when: v => v["type"] === "choice" }],
  },
  {
    key: "values", title: "Custom values", one: "value", path: "/api/custom-values", about: "Facts about the practice that messages may use, such as where to park.", gone: "Messages that use it lack it. Workflows that use it are marked for review.",
    columns: [["Key", v => <code>{`{{custom.${text(v["key"])}}}`}</code>], ["Value", v => clip(v["value"])]], blank: {},
    asks: [{ key: "name", label: "Name", required: true }, { key: "key", label: "Key", required: true, fixed: true, help: "Letters and digits, such as parking." }, { key: "value", label: "Value", kind: "long", required: true }],
  },
  {
    key: "templates", title: "Message templates", one: "template", path: "/api/templates", about: "Texts that several workflows share: changed here, changed everywhere.", gone: "Steps that name it have nothing to send. Their workflows are marked for review.",
    columns: [["For", v => <Badge>{v["channel"] === "email" ? "Email" : "Text"}</Badge>], ["Words", v => clip(v["subject"] ?? v["body"])]], blank: { channel: "sms" },
    asks: [{ key: "name", label: "Name", required: true }, { key: "channel", label: "For", kind: "choice", options: [["sms", "Text message"], ["email", "Email"]], required: true }, { key: "subject", label: "Subject", when: v => v["channel"] === "email" },
      { key: "preheader", label: "First line in the inbox", when: v => v["channel"] === "email" }, { key: "body", label: "Words", kind: "long", required: true, help: "Merge fields such as {{contact.firstName | default: \"there\"}} are filled in for each contact." }],
  },
  {
    key: "links", title: "Tracked links", one: "link", path: "/api/links", about: "Links whose clicks workflows can react to.", gone: "Clicks on it no longer count. Workflows that name it are marked for review.",
    columns: [["Address", v => clip(v["url"])]], blank: {}, asks: [{ key: "name", label: "Name", required: true }, { key: "url", label: "Address", kind: "url", required: true }],
  },
];
