import { expect, it } from "vitest";
import { atWall, dayAndTime, duration, fromNow, wall } from "./time";

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
