import { useNow } from "../../api/clock";
import { useSettings } from "../../api/lists";
import type { Api } from "../../api/client";
import { states } from "../../ui/status";
import { dayAndTime } from "../../ui/time";

// Moments and happenings in words.

const happened: Record<string, string> = {
  enrolled: "Entered", done: "Done", skipped: "Passed over", failed: "Failed", retrying: "Will be tried again", held: "Held back", unknown: "Not sure whether it was done", waiting: "Waits", resumed: "Goes on",
  timedOut: "Waited long enough", decided: "Takes the branch", jumped: "Jumped to the goal", restarted: "Starts the wait over", paused: "Paused", operated: "Changed by hand", moved: "Moved to a new version", finished: "The way ends",
};
export const happenedWords = (what: string) => happened[what] ?? what;
export const allHappened = Object.entries(happened);

/** Draft, Published or Paused. */
export const liveWord = (status: Api<"WorkflowStatus">) => states.workflow[status][0];

/** A time as the practice's clock shows it. */
export function useWhen() {
  const [zone, now] = [useSettings().data?.timeZone, useNow()];
  return (iso: string | null | undefined) => iso ? dayAndTime(iso, zone, now) : "";
}

/** "2 days 3 hours" between two moments; empty for none. */
export function since(from: string, to: string): string {
  let minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  if (minutes < 1) return "";
  const parts: string[] = [];
  for (const [name, size] of [["day", 1440], ["hour", 60], ["min", 1]] as const) {
    const n = Math.floor(minutes / size);
    if (n > 0) parts.push(`${n} ${name}${n === 1 || name === "min" ? "" : "s"}`);
    minutes -= n * size;
  }
  return parts.slice(0, 2).join(" ");
}

const events: Record<string, string> = { "message.received": "The contact replies", "appointment.booked": "A visit is booked", "appointment.status.changed": "The visit changes", "payment.received": "A payment comes in", "link.clicked": "The contact clicks", "email.event": "The email is seen" };
export const eventWords = (type: string, label?: string) => events[type] ?? label ?? type;
