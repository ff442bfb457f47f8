import { describe, expect } from "vitest";
import type { Page } from "playwright-core";
import { hosted, journey } from "./stage/journey";
import { answer, row, said, take } from "./stage/lists";
import { enrolled, published, tag, text } from "./stage/steps";

/** Opens the form for a new one on a settings page and gives it back. */
async function fresh(page: Page, place: string, what: string) {
  await page.goto(`/settings/${place}`);
  await page.getByRole("button", { name: `New ${what}` }).click();
  return page.getByRole("dialog");
}

describe("What a practice keeps", () => {
  const host = hosted();

  journey("a member of the team is added, and a calendar with hours, which then has free times", host, async desk => {
    const { page } = desk;
    desk.expect(/400/);
    const member = await fresh(page, "team", "member");
    await member.getByLabel("Name").fill("Ines Park");
    await member.getByLabel(/^Phone/).fill("(212) 555-0142");
    await member.getByLabel("Role").selectOption({ label: "Provider" });
    await answer(page, "Save");
    await row(page, "Ines Park").getByText("Provider").waitFor();

    const calendar = await fresh(page, "calendars", "calendar");
    await calendar.getByLabel("Name").fill("Laser room");
    await calendar.getByLabel("Length in minutes").fill("45");
    await calendar.getByLabel(/^With/).selectOption({ label: "Ines Park" });
    for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]) await calendar.getByRole("checkbox", { name: day }).check();
    await calendar.getByLabel("Monday from").fill("13:00");
    await calendar.getByLabel(/^Time zone/).fill("Mars/Olympus");
    await calendar.getByRole("button", { name: "Save" }).click();
    await calendar.locator("input[aria-invalid=true]").and(calendar.getByLabel(/^Time zone/)).waitFor();
    await calendar.getByLabel(/^Time zone/).fill("");
    await answer(page, "Save");
    await row(page, "Laser room").getByText("45 min").waitFor();
    const { id } = (await host().get("/api/calendars")).items.find((one: any) => one.name === "Laser room");
    const free = await host().get(`/api/calendars/${id}/slots`);
    expect(free.items.length).toBeGreaterThan(5);
  });

  journey("a pipeline's stages change places, and one that is renamed stays itself", host, async ({ page }) => {
    await page.goto("/settings/pipelines");
    await page.getByRole("button", { name: "Consultations", exact: true }).click();
    const stages = page.getByRole("dialog").getByRole("group", { name: "Stages in order" });
    await stages.getByRole("button", { name: "Move Booked up" }).click();
    await stages.getByLabel("Stage 1").fill("Has a visit");
    await stages.getByRole("button", { name: "Add a stage" }).click();
    await stages.getByLabel("Stage 7").fill("Lost touch");
    await answer(page, "Save");
    await row(page, "Consultations").getByText("Lost touch").waitFor();
    const { stages: kept } = (await host().get("/api/pipelines")).items[0];
    expect(kept.slice(0, 2)).toMatchObject([{ id: "booked", name: "Has a visit" }, { id: "new", name: "New" }]);
  });

  journey("a field, a value, a text and a link are made, and found where they are used", host, async ({ page }) => {
    const field = await fresh(page, "fields", "field");
    await field.getByLabel("Name").fill("Skin type");
    await field.getByLabel("Key").fill("skinType");
    await field.getByLabel("Type").selectOption({ label: "Choice" });
    await field.getByLabel(/^Choices/).fill("Dry\nOily");
    await answer(page, "Save");
    await row(page, "Skin type").getByText("Dry, Oily").waitFor();
    const value = await fresh(page, "values", "value");
    await value.getByLabel("Name").fill("Parking");
    await value.getByLabel("Key").fill("parking");
    await value.getByLabel("Value").fill("Behind the bakery");
    await answer(page, "Save");
    await row(page, "{{custom.parking}}").getByText("Behind the bakery").waitFor();
    const template = await fresh(page, "templates", "template");
    await template.getByLabel("Name").fill("Where to park");
    await template.getByLabel("Words").fill("Park here: {{custom.parking}}");
    await answer(page, "Save");
    const link = await fresh(page, "links", "link");
    await link.getByLabel("Name").fill("Price list");
    await link.getByLabel("Address").fill("https://lumina.example/prices");
    await answer(page, "Save");
    await row(page, "Price list").waitFor();

    const [{ id }] = (await host().get("/api/templates")).items;
    await published(host(), "The day before", [{ ...text("Text"), config: { purpose: "care", templateId: id } }]);
    await page.goto("/settings/templates");
    await take(page, "Where to park", "Delete");
    await page.getByRole("dialog").getByText("One workflow uses it").waitFor();
    await page.getByRole("dialog").getByRole("link", { name: "The day before" }).waitFor();
    await answer(page, "Keep it as it is");
    expect((await host().get("/api/templates")).items).toHaveLength(1);
  });

  journey("a tag is put in another one's place, deleted with its users told, and brought back", host, async ({ page }) => {
    const workflow = await published(host(), "Regulars", [tag("Mark them", "regular", "loyal")]);
    const { contact } = await enrolled(host(), workflow, "Ada");
    await host().until(() => host().get(`/api/contacts/${contact}`), found => found.tags?.length === 2);
    await page.goto("/settings/tags");
    await page.getByRole("button", { name: "Delete loyal" }).click();
    await page.getByRole("dialog").getByText("One workflow uses it").waitFor();
    await page.getByRole("dialog").getByLabel(/^Put another tag/).fill("friend of the house");
    await answer(page, "Replace it");
    const { steps } = await host().get(`/api/workflows/${workflow}/draft`);
    expect(steps.s1.config.tags).toEqual(["regular", "friend of the house"]);
    expect((await host().get(`/api/contacts/${contact}`)).tags).toEqual(["regular", "loyal"]);
    await page.getByRole("button", { name: "Delete regular" }).click();
    await answer(page, "Delete");
    await row(page, "regular").getByText("Deleted").waitFor();
    await page.getByRole("button", { name: "Bring regular back" }).click();
    await said(page, "“regular” is back.");
    await page.getByRole("button", { name: "Delete regular" }).waitFor();
  });
});
