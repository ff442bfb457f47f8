import { describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";
import { made } from "./stage/made";

describe("A slow press", () => {
  const host = hosted();
  const text = { type: "sms.send", config: { purpose: "care", body: "How do you feel?" } };

  journey("on the canvas is not lost because a form opens beside it meanwhile", host, async desk => {
    const { page } = desk;
    const id = await made(host(), "Long", null, Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`s${at}`, { ...text, name: `Text ${at + 1}` }])));
    const board = await Board.open(page, host(), id);
    await page.setViewportSize({ width: 1360, height: 740 });
    // Behind the dialog the canvas has no roles.
    const [plus, below] = [board.plus("after Text 1"), page.locator("button.card-open", { hasText: "Text 4" })];
    const [at, before] = [(await plus.boundingBox())!, (await below.boundingBox())!];
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    // It stands half below the edge: opened, it comes up, and everything with it.
    await below.dispatchEvent("click");
    await board.panel.waitFor();
    await page.waitForTimeout(400);
    await page.mouse.up();
    await page.getByRole("dialog").getByRole("combobox", { name: "Search" }).waitFor();
    await expect.poll(async () => (await below.boundingBox())!.y).toBeLessThan(before.y);
  });
});
