import type { PaletteItem } from "./paletteItems";

/** What people call things beside the words that stand on them. */
export const alsoCalled: Record<string, string> = {
  "appointment.status.changed": "completed finished attended came showed up no-show noshow no show cancelled confirmed visit after treatment done",
  "appointment.booked": "scheduled new", "appointment.rescheduled": "visit moved", "message.received": "answered answers reply responded", "contact.created": "new lead patient",
  "wait.reply": "answer answers responds response until", "wait.delay": "delay pause", "wait.until": "before visit", "if": "condition branch", "email.send": "mail", "webhook.send": "url call api", "http.request": "url call api", "task.add": "to-do todo",
};
const filling = new Set(["a", "an", "the", "they", "them", "for", "is", "of", "when", "to", "and", "or", "it", "was", "has"]);
const first = ["sms.send", "email.send", "wait.delay", "wait.reply", "if", "task.add", "contact.tag.add"];
const place = (item: PaletteItem) => first.includes(item.key) ? first.indexOf(item.key) : first.length;
const wordsOf = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}-]+/u).filter(Boolean);

/** What fits the words that were typed: what is called so first, then what people also call so, then what only mentions it. */
export function found(items: readonly PaletteItem[], search: string): PaletteItem[] {
  const typed = wordsOf(search);
  if (typed.length === 0) return [...items];
  const meant = typed.filter(word => !filling.has(word));
  const asked = meant.length > 0 ? meant : typed;
  const begins = (text: string, all: readonly string[]) => { const words = wordsOf(text); return all.every(word => words.some(own => own.startsWith(word))); };
  const rank = (item: PaletteItem) => begins(item.label, asked) ? 0 : begins(`${item.label} ${item.key} ${alsoCalled[item.key] ?? ""}`, asked) ? 1 : begins(`${item.search} ${alsoCalled[item.key] ?? ""}`, asked) ? 2 : item.search.includes(search.trim().toLowerCase()) ? 3 : 4;
  return items.map((item, at) => ({ item, at, rank: rank(item) })).filter(one => one.rank < 4).sort((a, b) => a.rank - b.rank || place(a.item) - place(b.item) || a.at - b.at).map(one => one.item);
}
