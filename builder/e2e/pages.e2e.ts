import { describe, expect } from "vitest";
import { accessible } from "./stage/axe";
import { hosted, journey } from "./stage/journey";

const pages = [
  "/workflows", "/workflows/{workflow}", "/workflows/{workflow}/settings", "/workflows/{workflow}/history", "/workflows/{workflow}/logs",
  "/workflows/{workflow}/statistics", "/workflows/{workflow}/versions", "/templates", "/contacts", "/contacts/{contact}", "/conversations",
  "/conversations/{contact}", "/tasks", "/operations", "/settings", "/nowhere/at/all",
];

describe("Every page", () => {
  const host = hosted();

  for (const path of pages)
    journey(`${path} opens without a complaint, passes axe in light and dark, and is usable at 200 %`, host, async desk => {
      const { page } = desk;
      const workflow = (await host().get("/api/workflows")).items[0].id, contact = (await host().get("/api/contacts")).items[0].id;
      await page.goto(path.replace("{workflow}", workflow).replace("{contact}", contact));
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("networkidle");
      await accessible(page, path);
      await page.emulateMedia({ colorScheme: "dark" });
      await accessible(page, `${path} (dark)`);
      await page.setViewportSize({ width: 680, height: 430 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), "scrolls sideways at 200 %").toBe(0);
    });
});
