import { expect, it } from "vitest";
import type { Catalogue } from "../../../catalogue/catalogue";
import type { Trigger } from "../../../model/definition";
import { begin, dataOf, factsOf } from "./eventData";
import { happenings } from "./script";

const facts = [{ name: "appointment.startsAt", label: "Begins", type: "date" }, { name: "appointment.endsAt", label: "Ends", type: "date" }, { name: "appointment.title", label: "Title", type: "text" }];
const catalogue = { triggers: new Map([["appointment.booked", { filters: facts, mergeFields: [] }]]) } as unknown as Catalogue;
const trigger = { id: "t1", type: "appointment.booked", filters: { all: [] } } as unknown as Trigger;
const zone = "America/New_York";
// The demonstration's clock was moved on by years; here it is the evening of 14 May, in UTC already the 15th.
const now = Date.parse("2030-05-15T01:00:00Z");

it("puts the visit of a test four days ahead of the server's clock, in the afternoon of the practice", () => {
  const values = begin(catalogue, trigger, now, zone);
  expect(values).toEqual({ "appointment.startsAt": "2030-05-18T14:00", "appointment.endsAt": "2030-05-18T15:00" });
  const visit = dataOf(factsOf(catalogue, trigger.type), values, zone)["appointment"] as Record<string, string>;
  expect(visit).toEqual({ startsAt: "2030-05-18T18:00:00.000Z", endsAt: "2030-05-18T19:00:00.000Z" });
  // "Two days before" is still to come.
  expect(Date.parse(visit["startsAt"]!) - now).toBeGreaterThan(2 * 86_400_000);
});

it("reads a typed time on the practice's clock", () => {
  const typed = dataOf(facts, { "appointment.startsAt": "2030-12-01T09:30", "appointment.title": "Peel" }, zone);
  expect(typed).toEqual({ appointment: { startsAt: "2030-12-01T14:30:00.000Z", title: "Peel" } });
  expect(dataOf(facts, { "appointment.startsAt": "2030-12-01T09:30" }, "Asia/Tokyo")).toEqual({ appointment: { startsAt: "2030-12-01T00:30:00.000Z" } });
});

it("lets a visit that is booked meanwhile lie a week after the beginning of the test", () => {
  const booked = happenings.find(one => one.value === "booked")!.event("", null, { at: now, zone });
  expect((booked.data["appointment"] as Record<string, string>)["startsAt"]).toBe("2030-05-21T18:00:00.000Z");
});
