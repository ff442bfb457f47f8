import {
  Bell, Bot, CalendarCheck, CalendarClock, CalendarPlus, CheckSquare, CircleStop, Clock, CornerUpLeft, FileText, Flag, GitFork, Globe, Hourglass, Layers, Link, Mail, MailOpen, MessageSquare,
  MousePointerClick, PhoneCall, Reply, Scale, Shuffle, Star, Tag, Target, Timer, UserCog, UserPlus, Users, Webhook, Workflow, Wrench, Zap, CreditCard, Receipt, NotebookPen, TrendingUp,
  type LucideIcon,
} from "lucide-react";

/** The colour of a step says what it is about; `--kind-…` in theme.css. */
export type Kind = "message" | "contact" | "desk" | "sale" | "visit" | "data" | "flow" | "wait" | "trigger";

const byCategory: Record<string, Kind> = {
  Messages: "message", Contacts: "contact", Appointments: "visit", Opportunities: "sale", Payments: "sale", Tools: "data", "Send data": "data", Decisions: "flow", Workflows: "flow", Paths: "flow", Waits: "wait",
};
const desk = new Set(["task.add", "team.notify", "manual.call", "manual.sms", "approval.request"]);

export const kindOf = (type: string, category: string | undefined): Kind => desk.has(type) ? "desk" : type.startsWith("wait.") ? "wait" : byCategory[category ?? ""] ?? "data";

const icons: Record<string, LucideIcon> = {
  "email.send": Mail, "sms.send": MessageSquare, "team.notify": Bell, "review.request": Star, "manual.call": PhoneCall, "manual.sms": MessageSquare, "approval.request": CheckSquare, "task.add": CheckSquare,
  "contact.tag.add": Tag, "contact.tag.remove": Tag, "contact.upsert": UserPlus, "contact.assign": Users, "note.add": NotebookPen, "appointment.book": CalendarPlus, "appointment.link": Link,
  "invoice.send": Receipt, "document.send": FileText, "webhook.send": Webhook, "http.request": Globe, "workflow.add": Workflow, "workflow.remove": Workflow, "ai.decide": Bot, "ai.intent": Bot,
  "if": GitFork, "split": Shuffle, "goto": CornerUpLeft, "goal": Flag, "drip": Layers, "end": CircleStop,
  "wait.delay": Clock, "wait.until": CalendarClock, "wait.reply": Reply, "wait.condition": Hourglass, "wait.link": MousePointerClick, "wait.email": MailOpen, "wait.invoice": Receipt,
  "math": Scale, "anchor.set": Timer,
};
const byKind: Record<Kind, LucideIcon> = { message: MessageSquare, contact: UserCog, desk: CheckSquare, sale: TrendingUp, visit: CalendarCheck, data: Wrench, flow: Target, wait: Clock, trigger: Zap };
const triggerIcons: [string, LucideIcon][] = [
  ["appointment.", CalendarCheck], ["form.", FileText], ["survey.", FileText], ["message.", Reply], ["contact.tag", Tag], ["contact.", UserPlus], ["opportunity.", TrendingUp], ["payment.", CreditCard],
  ["invoice.", Receipt], ["order.", CreditCard], ["webhook.", Webhook], ["schedule.", CalendarClock], ["email.", MailOpen], ["link.", MousePointerClick], ["call.", PhoneCall], ["review.", Star], ["task.", CheckSquare],
];

export const iconOf = (type: string, kind: Kind): LucideIcon => icons[type] ?? byKind[kind];
export const triggerIcon = (type: string): LucideIcon => triggerIcons.find(([start]) => type.startsWith(start))?.[1] ?? Zap;
