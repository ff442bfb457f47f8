import { describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";

describe("Going about", () => {
  const host = hosted();

  journey("from page to page by its links, what one has read serves the other", host, async ({ page }) => {
    const menu = page.getByRole("navigation", { name: "Main" });
    await menu.getByRole("link", { name: "Tasks" }).click();
    await page.getByRole("heading", { level: 1, name: "Tasks" }).waitFor();
    await menu.getByRole("link", { name: "Workflows" }).click();
    await page.getByRole("link", { name: "Consultation request" }).click();
    const board = new Board(page, host(), new URL(page.url()).pathname.split("/")[2]!);
    await board.card("Text right away").dblclick();
    await board.panel.getByText("Hi Anna, Lumina Aesthetics here.").waitFor();
    await menu.getByRole("link", { name: "Tasks" }).click();
    await page.getByRole("combobox", { name: "Tasks of" }).getByRole("option", { name: "Nora Fields" }).waitFor({ state: "attached" });
  });

  journey("who closes a dialog is where it was opened, by keyboard too", host, async ({ page }) => {
    await page.goto("/contacts");
    const add = page.getByRole("button", { name: "New contact" });
    await add.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => add.evaluate(button => button === document.activeElement)).toBe(true);

    await page.getByRole("link", { name: "Maya Lindqvist" }).click();
    const tag = page.getByRole("button", { name: "Add tag" });
    await tag.focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("New tag").press("Escape");
    await expect.poll(() => tag.evaluate(button => button === document.activeElement)).toBe(true);
  });
});
