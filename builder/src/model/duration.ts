/** ISO 8601 lengths of time, as forms ask for them. */
export type Unit = "minutes" | "hours" | "days" | "weeks" | "months" | "years";
export interface Length { amount: number; unit: Unit; before: boolean }

const pattern = /^(-)?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
export const units: readonly Unit[] = ["minutes", "hours", "days", "weeks", "months", "years"];

export const isDuration = (text: string, signed = false) => {
  const read = pattern.exec(text);
  return !!read && (signed || !read[1]);
};

/** The amount and unit of a length that has only one of them; null when it has several and must be typed. */
export function readLength(text: string | null | undefined): Length | null {
  const read = pattern.exec(text ?? "");
  if (!read) return null;
  const parts: [string | undefined, Unit][] = [[read[2], "years"], [read[3], "months"], [read[4], "weeks"], [read[5], "days"], [read[6], "hours"], [read[7], "minutes"]];
  const given = parts.filter(([n]) => n !== undefined && Number(n) !== 0);
  if (read[8] !== undefined && Number(read[8]) !== 0 || given.length > 1) return null;
  const [amount, unit] = given[0] ?? ["0", parts.find(([n]) => n !== undefined)?.[1] ?? "minutes"];
  return { amount: Number(amount), unit, before: !!read[1] };
}

export function writeLength({ amount, unit, before }: Length): string {
  const body = unit === "minutes" ? `T${amount}M` : unit === "hours" ? `T${amount}H` : `${amount}${unit[0]!.toUpperCase()}`;
  return `${before && amount > 0 ? "-" : ""}P${body}`;
}

/** "1 day", "2 hours 30 minutes"; null when it is no length of time. */
export function durationWords(text: string): string | null {
  const read = pattern.exec(text);
  if (!read) return null;
  const names = ["year", "month", "week", "day", "hour", "minute", "second"];
  const parts = names.map((name, at) => ({ name, n: Number(read[at + 2] ?? 0) })).filter(p => p.n > 0).map(p => `${p.n} ${p.name}${p.n === 1 ? "" : "s"}`);
  return parts.length > 0 ? parts.join(" ") : "no time";
}

export const offsetWords = (text: string, what: string) =>
  text.startsWith("-") ? `${durationWords(text.slice(1)) ?? text} before ${what}` : `${durationWords(text) ?? text} after ${what}`;
