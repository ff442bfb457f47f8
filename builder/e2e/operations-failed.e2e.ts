import { afterAll, beforeAll, describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";
import { answer, row, said, take } from "./stage/lists";
import { Receiver } from "./stage/Receiver";
import { call, enrolled, published, stands, tag, wait } from "./stage/steps";

describe("Enrollments that failed", () => {
  const host = hosted();
  let laboratory: Receiver;
  const people: Record<string, { contact: string; enrollment: string }> = {};
  beforeAll(async () => {
    laboratory = await Receiver.open(host());
    laboratory.answer = 422;
    const workflow = await published(host(), "Skin analysis", [call("Tell the laboratory", laboratory.address), wait("A week", "P7D"), tag("Mark them", "analysed")]);
    for (const name of ["Ada", "Bea", "Cleo", "Dora", "Eve"]) people[name] = await enrolled(host(), workflow, name);
    for (const { enrollment } of Object.values(people)) await stands(host(), enrollment, "failed");
  });
  afterAll(() => laboratory?.close());

  journey("are found from the overview with the reason, and tried again once the other side is well", host, async ({ page }) => {
    await page.goto("/operations");
    await page.getByRole("button", { name: /^Failed\s*5$/ }).click();
    await page.waitForURL("**/operations/review");
    await row(page, "Ada").getByText("The other system refused it.").waitFor();
    await row(page, "Ada").getByText("Tell the laboratory").waitFor();
    laboratory.answer = 200;
    await take(page, "Ada", "Try the step again");
    await said(page, "It is tried again.");
    expect((await stands(host(), people["Ada"]!.enrollment, "waiting")).stepId).toBe("s2");
    await row(page, "Ada").waitFor({ state: "detached" });
  });

  journey("are let past the step, for a reason that the audit log keeps", host, async ({ page }) => {
    await page.goto("/operations/review");
    await take(page, "Bea", "Skip the step");
    await page.getByRole("dialog").getByLabel(/^Reason/).fill("The laboratory was told by phone");
    await answer(page, "Skip the step");
    expect((await stands(host(), people["Bea"]!.enrollment, "waiting")).stepId).toBe("s2");
    await page.goto(`/settings/audit?subject=${people["Bea"]!.enrollment}`);
    await page.getByRole("combobox", { name: "What" }).selectOption({ label: "Enrollment: skip" });
    await row(page, "Enrollment: skip").getByText("The laboratory was told by phone").waitFor();
  });

  journey("are moved on to another step", host, async ({ page }) => {
    await page.goto("/operations/review");
    await take(page, "Cleo", "Move to another step");
    const go = page.getByRole("dialog").getByRole("button", { name: "Move to another step" });
    expect(await go.isDisabled()).toBe(true);
    await page.getByRole("dialog").getByLabel("To which step").selectOption({ label: "Mark them" });
    await answer(page, "Move to another step");
    await stands(host(), people["Cleo"]!.enrollment, "completed");
    expect((await host().get(`/api/contacts/${people["Cleo"]!.contact}`)).tags).toContain("analysed");
  });

  journey("are stopped, several at once, and the job tells how it went", host, async ({ page }) => {
    await page.goto("/operations/review");
    await page.getByRole("link", { name: "All 2 that failed" }).click();
    await row(page, "Dora").waitFor();
    await page.getByLabel("Choose all that are shown").check();
    await page.getByText("2 chosen").waitFor();
    await page.getByRole("button", { name: "Do with the chosen" }).click();
    await page.getByRole("menuitem", { name: "Stop" }).click();
    await answer(page, "Stop");
    const job = page.getByRole("dialog", { name: "Working on it" });
    await job.getByText("2 of 2: 2 done").waitFor();
    await job.getByRole("listitem").filter({ hasText: "Dora" }).getByText("Done").waitFor();
    await answer(page, "Close");
    for (const name of ["Dora", "Eve"]) await stands(host(), people[name]!.enrollment, "exited");
    await page.getByText("No enrollment fits these filters.").waitFor();
    await page.getByRole("link", { name: "Needs review" }).click();
    await page.getByText("Nothing to review").waitFor();
  });
});
