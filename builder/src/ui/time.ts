// Dates and times in words, in the practice's time zone.

const formats = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, found = new Intl.DateTimeFormat("en-US", options));
  return found;
}

/** "Tue, Nov 24, 9:51 PM"; with the year when it is not this one. */
export function dayAndTime(at: string, timeZone?: string, now = Date.now()): string {
  const date = new Date(at);
  const far = Math.abs(date.getTime() - now) > 300 * 86_400_000;
  return format({ weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", ...(far ? { year: "numeric" } : {}), ...(timeZone ? { timeZone } : {}) }).format(date);
}

export const clockTime = (at: string, timeZone?: string) => format({ hour: "numeric", minute: "2-digit", ...(timeZone ? { timeZone } : {}) }).format(new Date(at));

/** "Tuesday, November 24". */
export const day = (at: string, timeZone?: string) => format({ weekday: "long", month: "long", day: "numeric", ...(timeZone ? { timeZone } : {}) }).format(new Date(at));

const steps: [Intl.RelativeTimeFormatUnit, number][] = [["year", 31_536_000], ["month", 2_592_000], ["week", 604_800], ["day", 86_400], ["hour", 3_600], ["minute", 60]];
const relative = { long: new Intl.RelativeTimeFormat("en", { numeric: "auto" }), short: new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "narrow" }) };

/** "in 2 hours", "yesterday", "just now". */
export function fromNow(at: string, now = Date.now(), length: "long" | "short" = "long"): string {
  const seconds = (new Date(at).getTime() - now) / 1_000;
  for (const [unit, size] of steps) if (Math.abs(seconds) >= size) return relative[length].format(Math.trunc(seconds / size), unit);
  return seconds > 5 ? "in a moment" : length === "short" ? "now" : "just now";
}

/** The moment at which a wall clock in this zone shows `local` ("2026-11-24T09:00"). */
export function atWall(local: string, timeZone: string | undefined): string {
  const wanted = new Date(`${local}Z`).getTime();
  let guess = wanted;
  // Twice, so that a guess on the other side of a change of the clocks comes right.
  for (let turn = 0; turn < 2; turn++) guess += wanted - new Date(`${wall(new Date(guess).toISOString(), timeZone)}Z`).getTime();
  return new Date(guess).toISOString();
}

/** The same moment with the zone's distance from UTC written on it, so that whoever reads it sees the wall clock: `2026-11-24T09:00:00-05:00`. */
export function withOffset(local: string, timeZone: string | undefined): string {
  const away = Math.round((new Date(`${local}Z`).getTime() - new Date(atWall(local, timeZone)).getTime()) / 60_000);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${local.length === 16 ? `${local}:00` : local}${away < 0 ? "-" : "+"}${two(Math.floor(Math.abs(away) / 60))}:${two(Math.abs(away) % 60)}`;
}

/** So many days after a moment, at a time of day, on a wall clock in this zone: `2026-11-28T14:00`. */
export function wallInDays(from: number, days: number, time: string, timeZone: string | undefined): string {
  const date = new Date(`${wall(new Date(from).toISOString(), timeZone).slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return `${date.toISOString().slice(0, 10)}T${time}`;
}

/** The end of a day in this zone, which is the beginning of the next. */
export const dayEnd = (day: string, timeZone: string | undefined) => atWall(wallInDays(Date.parse(`${day}T00:00:00Z`), 1, "00:00", "UTC"), timeZone);

/** Beneath a field for a time: whose clock it means. */
export const whoseClock = (timeZone: string | undefined) => `Time of the practice${timeZone ? ` (${timeZone})` : ""}.`;

/** What a wall clock in this zone shows then, as a date-and-time input wants it. */
export function wall(at: string, timeZone: string | undefined): string {
  const parts = Object.fromEntries(format({ hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", ...(timeZone ? { timeZone } : {}) })
    .formatToParts(new Date(at)).map(part => [part.type, part.value]));
  return `${parts["year"]}-${parts["month"]}-${parts["day"]}T${parts["hour"]}:${parts["minute"]}`;
}

/** An ISO 8601 duration in words: "1 day 2 hours". */
export function duration(iso: string): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!match) return iso;
  const units = ["year", "month", "week", "day", "hour", "minute", "second"];
  return units.flatMap((unit, at) => match[at + 1] ? [`${match[at + 1]} ${unit}${match[at + 1] === "1" ? "" : "s"}`] : []).join(" ") || iso;
}

/** Which of two times comes first. Each may be written in the zone of whoever reported it, so they are no words to be compared; none at all comes first. */
export const byTime = (a: string | null | undefined, b: string | null | undefined) => (a ? Date.parse(a) : 0) - (b ? Date.parse(b) : 0);
