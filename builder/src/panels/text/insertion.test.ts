import { describe, expect, it } from "vitest";
import { fits, insert, insertion } from "./insertion";
import { parse } from "./template/parse";

const services = { name: "appointment.services", label: "Treatments", type: "list" }, city = { name: "contact.city", label: "City", type: "text" };

describe("putting a value into a text", () => {
  it("takes the place of what is selected", () => expect(insert("Hi you!", 3, 6, insertion(city, "value", true))).toEqual({ text: "Hi {{contact.city}}!", at: 19 }));
  it("writes a list as people do", () => expect(insertion(services, "value", true).before).toBe("{{appointment.services | list}}"));
  it("writes the day of a date, and other words where there is none", () =>
    expect([insertion({ name: "appointment.startsAt", label: "Appointment start", type: "date" }, "day", true).before, insertion(city, "or", true).before]).toEqual(["{{appointment.startsAt | date}}", "{{contact.city | default: \"there\"}}"]));
  it("offers the day only of dates", () => expect([fits(city, "day"), fits({ ...city, type: "date" }, "time"), fits(services, "each"), fits(city, "each")]).toEqual([false, true, true, false]));
  it("encloses what is selected with a condition", () => expect(insert("Hi from afar!", 2, 12, insertion(city, "if", true))).toEqual({ text: "Hi{{#if contact.city}} from afar{{/if}}!", at: 32 }));
  it("begins a loop on a line of its own", () => expect(insert("You get", 7, 7, insertion(services, "each", true)).text).toBe("You get\n{{#each appointment.services}}\n- {{this}}\n{{/each}}\n"));
  it.each(["value", "day", "time", "or", "if", "each"] as const)("writes what can be read: %s", way => {
    for (const lines of [true, false]) expect(parse(insert("", 0, 0, insertion(services, way, lines)).text).problems).toEqual([]);
  });
});
