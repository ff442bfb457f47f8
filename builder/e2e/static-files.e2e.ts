import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { Elsewhere } from "./stage/Elsewhere";
import { hosted, journey } from "./stage/journey";

describe("The app as static files, with the API at another address", () => {
  const host = hosted();
  let dist: string, place: Elsewhere;
  beforeAll(async () => { dist = await mkdtemp(join(tmpdir(), "aesthetix-dist-")); place = await Elsewhere.open(host().address, dist); });
  afterAll(async () => { place.close(); await rm(dist, { recursive: true, force: true }); });

  journey("asks for a key, reads and edits with it, and forgets it on signing out", host, async desk => {
    const { page } = desk;
    desk.expect(/401/);
    await page.goto(`${place.address}/workflows`);
    await page.getByLabel("Your API key").fill("wrong, and long enough to be one");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("This key is not known here.").waitFor();
    await page.getByLabel("Your API key").fill("ak_the_owner_of_these_tests");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Workflows" }).waitFor();
    await page.getByText("Lumina Aesthetics").waitFor();
    await page.reload();
    await page.getByText("Lumina Aesthetics").waitFor();
    expect(await desk.context.cookies()).toEqual([]);
    await page.goto(`${place.address}/settings/practice`);
    await page.getByLabel("Name").first().fill("Lumina Elsewhere");
    await page.getByRole("button", { name: /^Save/ }).first().click();
    await host().until(() => host().get("/api/settings"), found => found.name === "Lumina Elsewhere");
    // What another system posts to is the API, not where these files are.
    const { path } = await host().post("/api/hooks", { name: "Website", eventType: "form.submitted", verification: "token" });
    await page.goto(`${place.address}/settings/connections`);
    await page.getByRole("row").filter({ hasText: "Website" }).getByText(place.api + path).waitFor();
    await page.getByRole("button", { name: "Website", exact: true }).click();
    await page.getByRole("dialog").getByText(place.api + path).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Your API key").waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  }, { signedIn: false });
});
