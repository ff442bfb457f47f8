import { beforeAll, describe, expect } from "vitest";
import { accessible } from "./stage/axe";
import { hosted, journey } from "./stage/journey";
import { said } from "./stage/lists";
import { published, text } from "./stage/steps";

describe("On a small screen", () => {
  const host = hosted();
  let id: string;
  beforeAll(async () => { id = await published(host(), "A workflow with rather a long name for a telephone", [text("Hello")]); });

  journey("the head of a workflow takes two rows, and what has no room in them is in a menu that the keyboard reaches", host, async ({ page }) => {
    const height = () => page.locator(".builder-bar").evaluate(bar => bar.clientHeight);
    for (const [width, most] of [[1360, 90], [768, 100], [390, 100]] as const) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(`/workflows/${id}`);
      await page.getByRole("button", { name: "Publish", exact: true }).waitFor();
      await expect.poll(height, { message: `at ${width}` }).toBeLessThanOrEqual(most);
    }
    await accessible(page, "the canvas at 390");
    const more = page.getByRole("button", { name: "More for this workflow" });
    const pick = async (item: string) => { await more.focus(); await page.keyboard.press("Enter"); await page.getByRole("menuitem", { name: item }).focus(); await page.keyboard.press("Enter"); };

    await pick("Another workflow");
    await page.getByRole("dialog").getByRole("link", { name: /Visit reminders/ }).waitFor();
    await accessible(page, "the choice of another workflow");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => more.evaluate(button => button === document.activeElement)).toBe(true);

    await pick("Pause everybody in it");
    await said(page, "Paused: everybody stays where they are");
    await page.locator(".state-line").getByText("Paused").waitFor();
    await pick("Resume");
    await page.locator(".state-line").getByText("Published").waitFor();
    await pick("Test workflow");
    await page.waitForURL("**?test");
    await pick("Leave the test");
    await page.waitForURL(url => !url.searchParams.has("test"));
    await page.getByRole("menu").waitFor({ state: "detached" });
    await pick("Take back to a draft");
    await page.locator(".state-line").getByText("Draft").waitFor();
    expect((await host().get(`/api/workflows/${id}`)).status).toBe("draft");
  });
});
