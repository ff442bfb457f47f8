import { expect, it } from "vitest";
import { cutNote, inside, lastDays, notSent, sends } from "./figures";

const zone = "America/New_York";
const days = lastDays(3, Date.parse("2026-11-25T02:00:00Z"), zone);

it("counts by the practice's days", () => {
  expect(days).toEqual(["2026-11-22", "2026-11-23", "2026-11-24"]);
  const out = { direction: "out" as const, status: "sent" as const };
  expect(sends([{ ...out, channel: "sms", at: "2026-11-25T01:00:00Z" }, { ...out, channel: "email", at: "2026-11-23T04:59:00Z" }, { ...out, direction: "in", channel: "sms", at: "2026-11-24T15:00:00Z" }, { ...out, status: "failed", channel: "sms", at: "2026-11-24T15:00:00Z" }], days, zone))
    .toEqual({ sms: [0, 0, 1], email: [1, 0, 0], failed: [0, 0, 1] });
});

it("tells what should have gone from what was rightly left out", () => {
  const one = (code?: string, more = {}) => notSent({ direction: "out", channel: "sms", status: "failed", ...(code ? { code } : {}), ...more });
  expect([one(), one("merge.missing:contact.company"), one("delivery.failed")]).toEqual([true, true, true]);
  expect([one("consent.dnd.sms"), one(undefined, { status: "sent" }), one(undefined, { status: "unknown" }), one(undefined, { direction: "in" })]).toEqual([false, false, false, false]);
});

it("counts who is inside at the end of a day", () => {
  const one = (enrolledAt: string, finishedAt?: string) => ({ enrolledAt, ...(finishedAt ? { finishedAt } : {}) }) as Parameters<typeof inside>[0][0];
  expect(inside([one("2026-11-22T15:00:00Z", "2026-11-24T15:00:00Z"), one("2026-11-23T15:00:00Z"), one("2026-11-24T15:00:00Z", "2026-11-24T16:00:00Z")], days, zone)).toEqual([1, 2, 1]);
});

it("says from when on a picture is whole, only where something is left out", () => {
  const items = [{ at: "2026-11-25T01:00:00Z" }, { at: "2026-11-24T01:00:00Z" }];
  const note = (cut: boolean, first = days[0]!) => cutNote({ items, cut }, "messages", one => one.at, first, zone);
  expect(note(true)).toBe("Only the newest 2 messages are counted: what went before Nov 23 is not all here.");
  expect(note(false)).toBeUndefined();
  expect(note(true, "2026-11-24")).toBeUndefined();
});
