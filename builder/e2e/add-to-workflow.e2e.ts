import { describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";

describe("A contact", () => {
  const host = hosted();

  journey("is added to a workflow by hand, with a start time, waits for it, starts, and is removed", host, async desk => {
    const { page } = desk;
    const maya = (await host().get("/api/contacts?search=maya")).items[0].id;
    const start = new Date(Date.parse((await host().get("/api/sandbox/clock")).now) + 2 * 24 * 3_600_000);
    await page.goto("/contacts");
    await page.getByRole("link", { name: /Maya/ }).first().click();
    await page.getByRole("link", { name: "Automation" }).click();
    await page.getByText("In no workflow yet").waitFor();
    await page.getByRole("button", { name: "Add to Workflow" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Workflow").selectOption({ label: "Consultation request" });
    await dialog.getByLabel("Later").check();
    await dialog.getByLabel("Start time").fill(start.toISOString().slice(0, 16));
    await dialog.getByRole("button", { name: "Add at this time" }).click();
    await dialog.waitFor({ state: "detached" });
    const row = page.getByRole("row").filter({ hasText: "Consultation request" });
    await row.waitFor();
    const [enrollment] = (await host().get(`/api/contacts/${maya}/enrollments`)).items;
    expect(enrollment).toMatchObject({ status: "scheduled" });
    expect((await host().get(`/api/messages?contactId=${maya}`)).items).toEqual([]);

    await host().pass("P3D");
    await host().until(() => host().get(`/api/messages?contactId=${maya}&direction=out`), found => found.items.length === 2);
    await page.reload();
    await row.getByRole("button", { name: /What can be done/ }).click();
    await page.getByRole("menuitem", { name: "Remove from the workflow" }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await host().until(() => host().get(`/api/enrollments/${enrollment.id}`), found => found.status === "exited");
    await row.getByText(/left|removed|exited|stopped/i).first().waitFor();
  });
});
