import { describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";
import { answer, row, said } from "./stage/lists";

describe("Connections and keys", () => {
  const host = hosted();

  journey("a connection is made, gets a call, is mapped, tried, read in full, and gets a new secret", host, async desk => {
    const { page } = desk;
    await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/settings/connections");
    await page.getByRole("button", { name: "New connection" }).click();
    const making = page.getByRole("dialog");
    await making.getByLabel("Name").fill("Website");
    await making.getByLabel("A call means").selectOption({ label: "Form submitted" });
    await making.getByRole("button", { name: "Make its address" }).click();
    await making.getByRole("button", { name: "Copy the address" }).click();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address).toContain(`${host().address}/hooks/`);
    const secret = (await making.locator("code").last().textContent())!;
    await answer(page, "I have copied it");
    expect(await page.getByText(secret).count()).toBe(0);

    const post = (token: string) => fetch(address, { method: "POST", headers: { "Content-Type": "application/json", "X-Webhook-Token": token, Authorization: `Bearer ${token}` }, body: JSON.stringify({ person: { given: "Ada", mail: "ada@hart.example" } }) });
    expect((await post("not the secret")).status).toBe(401);
    expect((await post(secret)).status).toBe(202);
    await page.reload();
    await row(page, "Website").getByText("1 call refused").waitFor();
    await row(page, "Website").getByText("A secret token").waitFor();
    await page.getByRole("button", { name: "Website", exact: true }).click();
    const hook = page.getByRole("dialog", { name: "Website" });
    await hook.getByText('"given"').waitFor();
    expect(await hook.getByText("ada@hart.example").count()).toBe(0);
    await hook.getByRole("button", { name: "Show what is hidden" }).click();
    await hook.getByText("ada@hart.example").waitFor();

    const mapping = hook.getByRole("group", { name: "Which part is which fact" });
    for (const [fact, part] of [["contact.firstName", "person.given"], ["contact.email", "person.mail"]] as const) {
      await mapping.getByRole("button", { name: "Add" }).click();
      await mapping.getByLabel("Fact, such as contact.email").last().fill(fact);
      await mapping.getByLabel("Part of the call").last().fill(part);
    }
    await answer(page, "Save");
    await said(page, "Saved.");
    await page.getByRole("button", { name: "Website", exact: true }).click();
    await hook.getByText("Try a call").click();
    await hook.getByLabel("What the other system would post").fill('{ "person": ');
    await hook.getByRole("button", { name: "Try it" }).click();
    await hook.getByText("This is not JSON").waitFor();
    await hook.getByLabel("What the other system would post").fill('{ "person": { "given": "Bea", "mail": "bea@hart.example" } }');
    await hook.getByRole("button", { name: "Try it" }).click();
    await hook.getByText("It means “Form submitted”.").waitFor();
    await hook.getByText('"firstName": "Bea"').waitFor();
    await hook.getByRole("button", { name: "New secret" }).click();
    await answer(page, "Make a new secret");
    const next = (await hook.locator(".new-secret code").textContent())!;
    expect(next).not.toBe(secret);
    for (const valid of [secret, next]) expect((await post(valid)).status).toBe(202);
    await host().until(() => host().get("/api/contacts?search=ada@hart").then(found => found.items), found => found.length === 1);
  });

  journey("a key is shown once, opens what it may, and nothing once it is revoked", host, async ({ page }) => {
    await page.goto("/settings/keys");
    await page.getByRole("button", { name: "New key" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Website");
    await page.getByRole("dialog").getByLabel(/^See workflows/).check();
    await page.getByRole("button", { name: "Make the key" }).click();
    const key = (await page.getByRole("dialog").locator("code").textContent())!;
    const status = async (path: string) => (await fetch(host().address + path, { headers: { Authorization: `Bearer ${key}` } })).status;
    await answer(page, "I have copied it");
    expect(await page.getByText(key).count()).toBe(0);
    await row(page, "Website").getByText("workflows:read").waitFor();
    expect([await status("/api/workflows"), await status("/api/contacts")]).toEqual([200, 403]);
    await page.getByRole("button", { name: "Revoke Website" }).click();
    await answer(page, "Revoke");
    await row(page, "Website").getByText("Revoked").waitFor();
    expect(await status("/api/workflows")).toBe(401);
  });
});
