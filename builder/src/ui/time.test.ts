import { expect, it } from "vitest";
import { byTime, atWall, dayAndTime, duration, fromNow, wall, wallInDays, whoseClock, withOffset } from "./time";

it("reads a wall clock in the practice's zone, also next to a change of the clocks", () => {
  expect(atWall("2026-11-24T09:00", "America/New_York")).toBe("2026-11-24T14:00:00.000Z");
  expect(atWall("2026-03-08T09:00", "America/New_York")).toBe("2026-03-08T13:00:00.000Z");
  expect(atWall("2026-03-08T01:30", "America/New_York")).toBe("2026-03-08T06:30:00.000Z");
  expect(wall("2026-11-24T14:00:00Z", "America/New_York")).toBe("2026-11-24T09:00");
});

it("says moments and durations in words", () => {
  const now = Date.parse("2026-11-24T12:00:00Z");
  expect(fromNow("2026-11-24T14:10:00Z", now)).toBe("in 2 hours");
  expect(fromNow("2026-11-24T11:59:50Z", now)).toBe("just now");
  expect(dayAndTime("2026-11-24T14:00:00Z", "America/New_York", now)).toBe("Tue, Nov 24, 9:00 AM");
  expect(dayAndTime("2028-11-24T14:00:00Z", "America/New_York", now)).toContain("2028");
  expect([duration("P1DT2H"), duration("PT1M"), duration("soon")]).toEqual(["1 day 2 hours", "1 minute", "soon"]);
});

it("writes the practice's distance from UTC on a typed time, whatever zone this computer is in", () => {
  expect(withOffset("2026-11-24T09:00", "America/New_York")).toBe("2026-11-24T09:00:00-05:00");
  expect(withOffset("2026-07-24T09:00", "America/New_York")).toBe("2026-07-24T09:00:00-04:00");
  expect(withOffset("2026-07-24T09:00", "Asia/Kolkata")).toBe("2026-07-24T09:00:00+05:30");
  expect([whoseClock("Europe/Madrid"), whoseClock(undefined)]).toEqual(["Time of the practice (Europe/Madrid).", "Time of the practice."]);
});

it("counts days on the practice's calendar, also over a change of the clocks", () => {
  // Three in the morning UTC is still the day before in New York.
  expect(wallInDays(Date.parse("2026-11-24T03:00:00Z"), 4, "14:00", "America/New_York")).toBe("2026-11-27T14:00");
  expect(wallInDays(Date.parse("2026-03-06T17:00:00Z"), 4, "14:00", "America/New_York")).toBe("2026-03-10T14:00");
});

it("puts times in order whatever zones they are written in", () => {
  const reported = ["2026-11-21T11:00:00-05:00", null, "2026-11-21T15:30:00+00:00", "2026-11-22T00:00:00+09:30"];
  expect([...reported].sort(byTime)).toEqual([null, "2026-11-22T00:00:00+09:30", "2026-11-21T15:30:00+00:00", "2026-11-21T11:00:00-05:00"]);
});
