import { describe, expect, it } from "vitest";
import { textHours, zoneWords } from "./zone";

const where = (from: "contact" | "address" | "phone" | "practice", ...zones: string[]) => ({ zones, from, state: null, words: "Texts to this number go out …" });

describe("the time zone of a contact", () => {
  it("is the contact's own when it has one", () => expect(zoneWords({ timeZone: "Europe/Rome", whereabouts: where("contact", "Europe/Rome") })).toBe("Europe/Rome"));
  it("is said with what it is known by", () => {
    expect(zoneWords({ whereabouts: where("phone", "America/Los_Angeles", "America/New_York") })).toBe("Los Angeles or New York (from the phone number)");
    expect(zoneWords({ whereabouts: where("address", "America/Chicago") })).toBe("Chicago (from the address)");
    expect(zoneWords({ whereabouts: where("practice", "America/New_York") })).toBe("New York (the practice's)");
    expect(zoneWords({})).toBe("");
  });
  it("matters to texts where there is a number", () => {
    expect(textHours({ phone: "+13105550100", whereabouts: where("phone", "UTC") })).toBe("Texts to this number go out …");
    expect(textHours({ whereabouts: where("practice", "UTC") })).toBeNull();
  });
});
