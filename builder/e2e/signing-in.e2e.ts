import { describe, expect } from "vitest";
import { accessible } from "./stage/axe";
import { hosted, journey } from "./stage/journey";

describe("Signing in", () => {
  const host = hosted();

  journey("the printed address signs in, and the token leaves the address bar", host, async desk => {
    const { page } = desk;
    await page.goto(await host().link());
    await page.waitForURL("**/workflows");
    await page.getByRole("heading", { level: 1, name: "Workflows" }).waitFor();
    expect(await page.evaluate(() => document.cookie)).toBe("");
    const [cookie] = await desk.context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
  }, { signedIn: false });

  journey("an address that was used says so, and the owner's key opens the page that was wanted", host, async desk => {
    const { page } = desk;
    desk.expect(/401/);
    const link = await host().link();
    await fetch(link);
    await page.goto(link);
    await page.getByText("That address has been used already").waitFor();
    await accessible(page, "sign-in");
    await page.emulateMedia({ colorScheme: "dark" });
    await accessible(page, "sign-in, dark");
    await page.getByLabel("Or paste the owner's key").fill("ak_not_the_key_at_all");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("This key is not known here.").waitFor();
    await page.goto("/contacts");
    await page.getByLabel("Or paste the owner's key").fill("ak_the_owner_of_these_tests");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/contacts");
  }, { signedIn: false });

  journey("who signs out is out, in every window", host, async desk => {
    desk.expect(/401/);
    await desk.page.getByRole("heading", { level: 1, name: "Workflows" }).waitFor();
    const other = await desk.another("/contacts");
    await other.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
    await desk.page.getByRole("button", { name: "Sign out" }).click();
    await desk.page.getByRole("heading", { name: "Sign in" }).waitFor();
    await other.reload();
    await other.getByRole("heading", { name: "Sign in" }).waitFor();
  });
});
