import { beforeAll, describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";
import { answer, row } from "./stage/lists";
import { enrolled, published, text } from "./stage/steps";

describe("A job over many contacts", () => {
  const host = hosted();
  beforeAll(async () => {
    await host().noon();
    const other = await published(host(), "Newsletter", [text("Hello")]);
    for (let n = 1; n <= 9; n++) await enrolled(host(), other, `Guest ${n}`);
    await published(host(), "Open evening", [text("Come and see us")]);
  });
  const inside = async () => {
    const { id } = (await host().get("/api/workflows?search=open+evening")).items[0];
    return (await host().get(`/api/enrollments?workflowId=${id}`)).items.length as number;
  };

  journey("is begun a few at a time, paused, resumed and cancelled, and tells what became of each", host, async ({ page }) => {
    await page.goto("/contacts?search=Guest");
    await page.getByLabel("Choose all that are shown").check();
    await page.getByText("9 chosen").waitFor();
    await page.getByRole("button", { name: "Add to Workflow" }).click();
    const adding = page.getByRole("dialog");
    await adding.getByLabel("Workflow").selectOption({ label: "Open evening" });
    await adding.getByLabel("A few at a time").check();
    await adding.getByLabel("How many").fill("3");
    for (const day of ["Sat", "Sun"]) await adding.getByLabel(day).check();
    await adding.getByLabel("From").fill("00:00");
    await adding.getByLabel("To", { exact: true }).fill("23:59");
    await adding.getByText("That makes 3 batches of up to 3.").waitFor();
    await adding.getByRole("button", { name: "Add 9 contacts" }).click();
    await adding.getByText("3 of 9").waitFor();
    await answer(page, "Close");
    expect(await inside()).toBe(3);

    await page.goto("/operations/jobs");
    await row(page, "Open evening").getByText("3 of 9").waitFor();
    await row(page, "Open evening").getByRole("button", { name: /^Open/ }).click();
    const job = page.getByRole("dialog", { name: /^Add to workflow/i });
    await job.getByRole("button", { name: "Pause" }).click();
    await job.getByText("Paused").waitFor();
    await host().pass("PT2H");
    await job.getByRole("button", { name: "Resume" }).click();
    await job.getByText("6 of 9").waitFor();
    await job.getByRole("button", { name: "Cancel" }).click();
    await answer(page, "Cancel the job");
    await job.getByText("Cancelled").waitFor();
    await host().pass("P1D");
    expect(await inside()).toBe(6);
    expect(await job.getByRole("list", { name: "Results" }).getByRole("listitem").filter({ hasText: "Done" }).count()).toBe(6);
    await page.keyboard.press("Escape");
    await row(page, "Open evening").getByText("Cancelled").waitFor();
  });
});
