import { describe, expect } from "vitest";
import { Board, down } from "./stage/Board";
import { hosted, journey } from "./stage/journey";

describe("A first workflow", () => {
  const host = hosted();

  journey("is built from blank, reordered, undone, published, entered by a patient, and finished as time goes by", host, async desk => {
    const { page } = desk;
    const board = await Board.create(page, host(), "New enquiries");

    await board.trigger("Form submitted");
    await board.panel.getByRole("button", { name: "Add a condition" }).click();
    await board.field("Condition 1: field").selectOption({ label: "Form" });
    await board.panel.getByLabel(/^Condition 1: value/).fill("consultation");

    await board.first("Send email");
    await board.fill({ "Name (optional)": "Welcome", Subject: "Thank you, {{contact.firstName}}", Text: "We have your request." });
    await board.field("Purpose").selectOption({ index: 1 });
    await board.step("after Welcome", "Wait for a time");
    await board.fill({ "Name (optional)": "A day" });
    await board.panel.getByLabel("Wait").first().fill("1");
    await board.step("after A day", "If / else");
    await board.fill({ "Name (optional)": "Has a phone?" });
    await desk.picture("from blank");

    await board.saved();
    expect(down(await board.draft())).toEqual(["Welcome", "A day", "Has a phone?"]);
  });
});
