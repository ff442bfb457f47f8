import { Bell, CalendarClock, ClipboardList, CircleDollarSign, Clock, CornerDownRight, Flag, GitFork, Mail, MessageSquare, Phone, ShieldQuestion, SquareCheck, Tag, TrendingUp, UserRound, Webhook, Workflow, Wrench, Zap, type LucideIcon } from "lucide-react";
import "./step-icon.css";

const icons: [starts: string, icon: LucideIcon, kind: string][] = [
  ["trigger", Zap, "visit"], ["email", Mail, "message"], ["sms", MessageSquare, "message"], ["manual.sms", MessageSquare, "desk"], ["manual", Phone, "desk"], ["approval", ShieldQuestion, "desk"],
  ["team", Bell, "desk"], ["task", SquareCheck, "desk"], ["review", MessageSquare, "message"], ["contact.tag", Tag, "contact"], ["contact", UserRound, "contact"], ["note", UserRound, "contact"],
  ["conversation", MessageSquare, "contact"], ["opportunity", TrendingUp, "sale"], ["invoice", CircleDollarSign, "sale"], ["document", CircleDollarSign, "sale"], ["appointment", CalendarClock, "visit"],
  ["wait", Clock, "wait"], ["drip", Clock, "wait"], ["goal", Flag, "flow"], ["goto", CornerDownRight, "flow"], ["if", GitFork, "flow"], ["split", GitFork, "flow"], ["ai", GitFork, "flow"], ["end", Flag, "flow"],
  ["form", ClipboardList, "visit"], ["survey", ClipboardList, "visit"], ["message", MessageSquare, "message"], ["payment", CircleDollarSign, "sale"],
  ["webhook", Webhook, "data"], ["http", Webhook, "data"], ["workflow", Workflow, "flow"],
];

/** A sign for what kind of step it is; decoration beside its name. */
export function StepIcon({ type }: { type: string }) {
  const [, Icon, kind] = icons.find(([start]) => type.startsWith(start)) ?? ["", Wrench, "data"];
  return <span className={`step-icon ${kind}`} aria-hidden><Icon size={16} /></span>;
}
