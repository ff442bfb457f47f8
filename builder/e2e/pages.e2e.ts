import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessible, legible } from "./stage/axe";
import { Desk } from "./stage/Desk";
import { hosted } from "./stage/journey";

const pages = [
  "/workflows", ...["", "?test", "/settings", "/enrollments", "/logs", "/statistics", "/versions"].map(part => `/workflows/{workflow}${part}`),
  "/templates", "/templates/visit-reminders", "/contacts", ...["overview", "automation", "timeline", "messages", "appointments", "opportunities", "tasks"].map(part => `/contacts/{contact}/${part}`),
  "/conversations", "/conversations/{contact}", "/tasks", ...["", "/enrollments", "/review", "/messages", "/jobs", "/webhooks"].map(part => `/operations${part}`),
  ...["practice", "consent", "team", "calendars", "pipelines", "fields", "values", "templates", "links", "tags", "connections", "keys", "audit"].map(part => `/settings/${part}`), "/nowhere/at/all",
];

describe("Every page", () => {
  const host = hosted();
  let desk: Desk;
  const known = async () => ({
    workflow: (await host().get("/api/workflows?search=consultation")).items[0].id,
    contact: (await host().get("/api/contacts?search=grace")).items[0].id,
  });
  // Somebody is under way, so that no page is empty.
  beforeAll(async () => {
    await host().form({ firstName: "Grace", lastName: "Hopper", email: "grace@patients.example", phone: "(212) 555-0188" });
    await host().until(() => host().get("/api/messages?direction=out"), found => found.items.length === 2);
    // One window for all of them: whoever works here signs in once, too.
    desk = await Desk.sit(host());
  });
  afterAll(() => desk?.leave());

  for (const path of pages)
    it(`${path} opens without a complaint, passes axe in light and dark, and is usable at 200 %`, async () => {
      const { page } = desk;
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 1360, height: 860 });
      const { workflow, contact } = await known();
      await page.goto(path.replace("{workflow}", workflow).replace("{contact}", contact));
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("networkidle");
      await accessible(page, path);
      await page.emulateMedia({ colorScheme: "dark" });
      await legible(page, `${path} (dark)`);
      await page.setViewportSize({ width: 680, height: 430 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), "scrolls sideways at 200 %").toBe(0);
      desk.calm();
    });
});
