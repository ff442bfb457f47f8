import { describe, expect, it } from "vitest";
import { together, type Talk } from "./inbox";

const talk = (contactId: string, text: string): Talk => ({ contactId, name: contactId, unread: false, archived: false, last: { id: text, at: "2026-03-02T09:00:00Z", direction: "in", channel: "sms", status: "received", subject: null, text } });

describe("The parts of the inbox", () => {
  it("show each conversation once, as it was told first", () =>
    expect(together([[talk("ann", "new"), talk("bea", "b")], [talk("ann", "old"), talk("cleo", "c")]]).map(one => one.last.text)).toEqual(["new", "b", "c"]));
});
