import { describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";
import { row, said } from "./stage/lists";

describe("Settings of the practice", () => {
  const host = hosted();

  journey("a zone that is none is refused beside its field; hours, holidays and senders are saved", host, async desk => {
    const { page } = desk;
    desk.expect(/400/);
    await page.goto("/settings/practice");
    const save = page.getByRole("button", { name: "Save", exact: true });
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel("Time zone").fill("Mars/Olympus");
    await save.click();
    const zone = page.getByLabel("Time zone");
    await page.getByText("This is not an IANA time zone.").first().waitFor();
    expect(await zone.getAttribute("aria-invalid")).toBe("true");
    expect(await zone.evaluate(field => field === document.activeElement)).toBe(true);

    await zone.fill("America/Chicago");
    await page.getByRole("region", { name: "Senders" }).getByLabel("Name").fill("Lumina Front Desk");
    await page.getByLabel("Texts from").fill("09:30");
    await page.getByLabel("Texts until").fill("19:00");
    await page.getByLabel("Other hours for each weekday").check();
    await page.getByLabel("Saturday", { exact: true }).uncheck();
    await page.getByRole("button", { name: "Add a holiday" }).click();
    const holidays = page.getByRole("group", { name: "Holidays" });
    await holidays.getByLabel("Name").fill("Christmas");
    await holidays.getByLabel("From").fill("2031-12-25");
    await holidays.getByLabel("To").fill("2031-12-24");
    await save.click();
    await holidays.getByText("The last day comes before the first.").waitFor();
    await holidays.getByLabel("To").fill("2031-12-26");
    await holidays.getByLabel("Every year").check();
    await page.getByText("Not saved yet").waitFor();
    await save.click();
    await said(page, "Saved.");
    expect(await host().get("/api/settings")).toMatchObject({
      timeZone: "America/Chicago", senderName: "Lumina Front Desk", textHours: { from: "09:30:00", to: "19:00:00" }, holidays: [{ from: "2031-12-25", to: "2031-12-26", name: "Christmas", yearly: true }],
    });
    await page.reload();
    expect(await page.getByLabel("Saturday", { exact: true }).isChecked()).toBe(false);
    expect(await page.getByLabel("Texts from").inputValue()).toBe("09:30");
  });

  journey("consent: who needs a yes, how much advertising is too much, and the words after STOP", host, async desk => {
    const { page } = desk;
    desk.expect(/400/);
    await page.goto("/settings/consent");
    await page.getByRole("checkbox", { name: "Email" }).check();
    await page.getByRole("button", { name: "Add a limit" }).click();
    await page.getByLabel("How many").fill("3");
    await page.getByLabel("By", { exact: true }).selectOption({ label: "texts" });
    await page.getByLabel("Words after STOP").fill("Goodbye from {practice}.");
    await page.getByRole("checkbox", { name: "Answer HELP" }).uncheck();
    await page.getByLabel(/^More words that mean STOP/).fill("basta, genug");
    await page.getByLabel(/^Remind how to opt out/).fill("45");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await said(page, "Saved.");
    expect(await host().get("/api/settings")).toMatchObject({
      marketingConsent: ["sms", "email"], caps: [{ channel: "sms", count: 3, per: "P7D" }], courtesies: { stop: { text: "Goodbye from {practice}." }, help: { on: false } }, moreStopWords: ["basta", "genug"], optOutNoticeDays: 45,
    });

    // A patient takes them at their word.
    const maya = (await host().get("/api/contacts?search=maya")).items[0].id;
    await host().post("/api/sandbox/reply", { contactId: maya, text: "basta" });
    const [told] = await host().until(() => host().get(`/api/messages?contactId=${maya}&direction=out&reveal=true`).then(found => found.items), found => found.length === 1);
    expect(told.text).toMatch(/^Goodbye from Lumina/);
  });

  journey("what was done is in the audit log: filtered, and saved as a file", host, async ({ page }) => {
    await host().settle({ timeZone: "America/Denver" });
    await host().settle({ timeZone: "America/Chicago" });
    await page.goto("/settings/audit");
    await page.getByRole("combobox", { name: "What" }).selectOption({ label: "Settings: changed" });
    await row(page, "Settings: changed").filter({ hasText: "timeZone" }).nth(1).waitFor();
    expect(await row(page, "Workflow: created").count()).toBe(0);
    await page.getByLabel("By whom").fill("nobody");
    await page.getByText("Nothing of this kind").waitFor();
    await page.getByLabel("By whom").fill("");
    await row(page, "Settings: changed").first().waitFor();
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as CSV" }).click();
    const stream = await (await file).createReadStream();
    let text = "";
    for await (const part of stream) text += String(part);
    expect(text).toContain("settings.changed");
    expect(text).not.toContain("workflow.created");
  });
});
