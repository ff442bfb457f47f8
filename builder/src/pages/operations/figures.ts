import type { Api } from "../../api/client";
import { wall } from "../../ui/time";

/** The last days on the practice's calendar, the oldest first. */
export function lastDays(count: number, now: number, zone: string | undefined): string[] {
  const today = Date.parse(`${wall(new Date(now).toISOString(), zone).slice(0, 10)}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) => new Date(today - (count - 1 - at) * 86_400_000).toISOString().slice(0, 10));
}

/** "2026-11-24" as "Nov 24". */
export const dayLabel = (day: string) => new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** A message that should have gone and did not. Who said in the last moment that they want none was rightly left out. */
export const notSent = (message: Api<"Message">) => message.direction === "out" && message.status === "failed" && message.channel !== "inapp" && !message.code?.startsWith("consent.");

/** Messages that went out, day by day and by channel. */
export function sends(messages: Api<"Message">[], days: string[], zone: string | undefined) {
  const place = new Map(days.map((day, at) => [day, at]));
  const count = { sms: days.map(() => 0), email: days.map(() => 0), failed: days.map(() => 0) };
  for (const message of messages) {
    const at = message.direction === "out" && message.at ? place.get(wall(message.at, zone).slice(0, 10)) : undefined;
    if (at === undefined) continue;
    const kind = message.status === "failed" ? notSent(message) ? "failed" : null : message.channel === "email" ? "email" : message.channel === "sms" ? "sms" : null;
    if (kind) count[kind][at]!++;
  }
  return count;
}

/** How many were inside a workflow at the end of each day. */
export function inside(enrollments: Api<"EnrollmentView">[], days: string[], zone: string | undefined): number[] {
  const local = (at: string) => wall(at, zone).slice(0, 10);
  const spans = enrollments.map(one => [local(one.enrolledAt), one.finishedAt ? local(one.finishedAt) : "9999"] as const);
  return days.map(day => spans.filter(([from, to]) => from <= day && day < to).length);
}

/** What a picture says below itself when there was more than was read: from which moment on it is whole. */
export function cutNote<T>(read: { items: T[]; cut: boolean } | undefined, what: string, at: (one: T) => string | undefined, firstDay: string, zone: string | undefined): string | undefined {
  const last = read?.cut ? read.items.at(-1) : undefined;
  const day = last && wall(at(last) ?? "", zone).slice(0, 10);
  if (!read || !day || day < firstDay) return undefined;
  const count = read.items.length.toLocaleString("en-US");
  return what === "messages" ? `Only the newest ${count} messages are counted: what went before ${dayLabel(day)} is not all here.` : `Only the newest ${count} ${what} are counted: who entered before ${dayLabel(day)} is left out.`;
}
