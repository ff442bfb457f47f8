import { CircleAlert } from "lucide-react";
import { expect, it } from "vitest";
import { found } from "./found";
import type { PaletteItem } from "./paletteItems";

const item = (key: string, label: string, help = ""): PaletteItem => ({ key, label, help, category: "", kind: "action" as never, icon: CircleAlert, search: `${label} ${help} ${key}`.toLowerCase(), act: () => {} });
const all = [
  item("sms.manual", "Text by hand"), item("sms.send", "Send text message", "Sends a text."), item("if", "If / else"), item("team.notify", "Notify the team", "Tells members that something happened."),
  item("wait.reply", "Wait for a reply", "Waits until the contact writes back."), item("appointment.status.changed", "Appointment status changed"), item("task.done", "Task completed"),
];
const keys = (search: string) => found(all, search).map(one => one.key);

it("finds a trigger by what people call it", () => {
  expect(keys("appointment completed")).toEqual(["appointment.status.changed"]);
  expect(keys("showed up")).toEqual(["appointment.status.changed"]);
  expect(keys("completed")).toEqual(["task.done", "appointment.status.changed"]);
});
it("finds a step although it was asked for in a sentence", () => expect(keys("wait until they answer")).toEqual(["wait.reply"]));
it("puts what is used most first among what is called alike", () => expect(keys("text")[0]).toBe("sms.send"));
it("looks at the beginnings of words before their middles", () => expect(keys("if")).toEqual(["if", "team.notify"]));
it("finds everything while nothing is typed, and says so when nothing fits", () => expect([keys("").length, keys("zebra")]).toEqual([all.length, []]));
