import { describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";
import { made } from "./stage/made";

const day = 86_400_000;

describe("A contact's visits and opportunities", () => {
  const host = hosted();
  const jonah = async () => (await host().get("/api/contacts?search=jonah")).items[0].id as string;
  const now = async () => Date.parse((await host().get("/api/sandbox/clock")).now);
  /** As a clock on the wall of the practice in New York shows it. */
  const wall = (at: number) => new Date(at).toLocaleString("sv", { timeZone: "America/New_York" }).replace(" ", "T").slice(0, 16);

  journey("a visit is booked, its reminder moves along with it, and ends with it", host, async desk => {
    const { page } = desk;
    const [contact, start] = [await jonah(), Math.floor((await now()) / day) * day + 15 * 3_600_000];
    const reminder = async () => (await host().get(`/api/contacts/${contact}/enrollments`)).items[0];
    const waitsUntil = (at: number) => host().until(reminder, found => found?.status === "waiting" && Date.parse(found.nextAt) === at);
    const row = page.getByRole("row").filter({ hasText: "Laser consultation" });
    await page.goto(`/contacts/${contact}/appointments`);
    await desk.ask(page.getByRole("button", { name: "Book", exact: true }), async form => {
      await form.getByLabel("Begins").fill(wall(start + 6 * day));
      await form.getByLabel("What for").fill("Laser consultation");
      await form.getByLabel("Calendar").selectOption("Consultations");
      await form.getByLabel("With").selectOption("Dr. Ida Moss");
    }, "Book");
    await row.getByText("New", { exact: true }).waitFor();
    for (const fact of ["Consultations", "Dr. Ida Moss"]) await row.getByText(fact).waitFor();
    await waitsUntil(start + 4 * day);
    await page.getByRole("link", { name: "Automation" }).click();
    await page.getByRole("row").filter({ hasText: "Visit reminders" }).getByText("Two days before").waitFor();

    await page.getByRole("link", { name: "Appointments" }).click();
    const menu = row.getByRole("button", { name: "What can be done with this appointment" });
    await desk.take(menu, "Move");
    const form = page.getByRole("dialog");
    expect(await form.getByLabel("Begins").inputValue()).toBe(wall(start + 6 * day));
    await form.getByLabel("Begins").fill(wall(start + 9 * day));
    await form.getByRole("button", { name: "Move", exact: true }).click();
    await row.getByText("Moved", { exact: true }).waitFor();
    await waitsUntil(start + 7 * day);

    await desk.take(menu, "Mark as confirmed");
    await row.getByText("Confirmed").waitFor();
    await waitsUntil(start + 7 * day);
    await desk.take(menu, "Cancel the appointment");
    await page.getByRole("dialog").getByRole("button", { name: "Cancel the appointment" }).click();
    await row.getByText("Cancelled").waitFor();
    await page.getByRole("link", { name: "Automation" }).click();
    const run = page.getByRole("row").filter({ hasText: "Visit reminders" });
    await run.getByText("The visit was cancelled.").first().waitFor();
    await host().pass("P10D");
    expect((await host().get(`/api/messages?contactId=${contact}&direction=out&channel=sms`)).items.filter((one: any) => one.channel === "sms")).toEqual([]);
  });

  journey("an opportunity is opened, and moving it to another stage starts a workflow", host, async desk => {
    const { page } = desk;
    const contact = await jonah();
    await made(host(), "Sold", { type: "opportunity.stage.changed", filters: { all: [{ field: "opportunity.stageId", op: "is", value: "sold" }] } }, { tag: { type: "contact.tag.add", config: { tags: ["customer"] } } });
    await page.goto(`/contacts/${contact}/opportunities`);
    await desk.ask(page.getByRole("button", { name: "New opportunity" }), async form => {
      await form.getByLabel("Name").fill("Laser package");
      await form.getByLabel("Value").fill("1200");
    }, "Add it");
    const stage = page.getByRole("combobox", { name: "Stage of Laser package" });
    await stage.selectOption("Treatment sold");
    await desk.told("Saved.");
    await page.getByRole("group", { name: "Tags" }).getByText("customer").waitFor();
    await page.getByRole("combobox", { name: "Status of Laser package" }).selectOption("Won");
    await host().until(() => host().get(`/api/opportunities?contactId=${contact}`), ({ items: [sale] }) => sale.stageId === "sold" && sale.status === "won" && sale.value === 1200);
    await page.reload();
    expect(await stage.locator("option:checked").textContent()).toBe("Treatment sold");
    await page.getByRole("link", { name: "Automation" }).click();
    await page.getByRole("row").filter({ hasText: "Sold" }).getByText("Finished").waitFor();
  });
});
