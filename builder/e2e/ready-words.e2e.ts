import { describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";

describe("Words and questions that are ready", () => {
  const host = hosted();

  journey("are put together for a visit with several treatments, and publish", host, async desk => {
    const { page } = desk;
    const board = await Board.create(page, host(), "Several treatments");
    await board.trigger("Appointment booked");
    await board.panel.getByRole("button", { name: "Add a condition" }).click();
    await board.field("Condition 1: field").selectOption({ label: "Location" });
    await board.panel.getByLabel(/^Condition 1: value/).fill("Main");

    await board.first("Send email");
    await board.fill({ Name: "Your visit", Subject: "Your visit", Message: "See you soon." });
    const message = board.field("Message");
    await message.press("End");
    await board.panel.getByRole("button", { name: "Insert a value into Message" }).click();
    const values = page.getByRole("dialog", { name: "Values" });
    await values.getByLabel("What to insert").selectOption({ label: "Something for each of a list" });
    await desk.picture("ready-words-picker");
    await values.getByRole("button", { name: /Treatments of this visit/ }).click();
    expect(await message.inputValue()).toBe("See you soon.\n{{#each appointment.services}}\n- {{this}}\n{{/each}}\n");
    await page.keyboard.type(" with care");
    expect(await message.inputValue()).toContain("- {{this}} with care\n{{/each}}");

    await board.step("after Your visit", "If / else");
    await board.fill({ Name: "Been here?" });
    await board.panel.getByRole("button", { name: "Add a branch" }).click();
    await board.panel.getByRole("button", { name: /No condition yet/ }).last().click();
    await board.panel.getByRole("button", { name: /^Ready conditions for/ }).click();
    const menu = page.getByRole("menu");
    // Nothing here is about an invoice or a reply; the visit of this workflow is.
    expect(await menu.getByRole("menuitem", { name: /^(Invoice is paid|Wants another time)/ }).count()).toBe(0);
    await desk.picture("ready-words-menu");
    await menu.getByRole("menuitem", { name: /^Visit is for a treatment/ }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Condition 1: value"));
    await page.keyboard.type("Laser");
    expect(await board.field("Name").inputValue()).toBe("Visit is for a treatment");
    await board.panel.getByRole("button", { name: /^Ready conditions for/ }).click();
    await page.getByRole("menuitem", { name: /^New patient/ }).click();
    await desk.picture("ready-words-conditions");
    await page.emulateMedia({ colorScheme: "dark" });
    await desk.picture("ready-words-dark");
    await board.step("in the branch Visit is for a treatment", "Add tag");
    await board.panel.getByLabel(/Tags/).first().fill("first-laser");
    await page.keyboard.press("Enter");

    const branch = Object.values<any>((await board.saved()).steps).find(step => step.type === "if").branches.at(-1);
    expect(branch.when).toEqual({ all: [{ field: "appointment.service", op: "contains", value: "Laser" }, { field: "visits.count", op: "lt", value: 1 }] });
  });
});
