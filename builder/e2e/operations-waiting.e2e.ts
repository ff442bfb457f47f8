import { beforeAll, describe, expect } from "vitest";
import type { Page } from "playwright-core";
import { hosted, journey } from "./stage/journey";
import { answer, row, said, take } from "./stage/lists";
import { enrolled, published, stands, text, wait } from "./stage/steps";

describe("Enrollments that wait", () => {
  const host = hosted();
  const people: Record<string, { contact: string; enrollment: string }> = {};
  const sent = async (name: string) => (await host().get(`/api/messages?contactId=${people[name]!.contact}&direction=out`)).items.length as number;
  let workflow: string;
  const open = (page: Page) => page.goto(`/operations/enrollments?workflowId=${workflow}`);
  beforeAll(async () => {
    workflow = await published(host(), "After the treatment", [wait("Three days", "P3D"), text("How is it?")]);
    for (const name of ["Ada", "Bea", "Cleo", "Dora", "Eve"]) people[name] = await enrolled(host(), workflow, name);
    for (const { enrollment } of Object.values(people)) await stands(host(), enrollment, "waiting");
  });

  journey("are let go now", host, async ({ page }) => {
    await open(page);
    await row(page, "Ada").getByText("Three days").waitFor();
    await take(page, "Ada", "End the wait now");
    await said(page, "The wait is over; it goes on.");
    await stands(host(), people["Ada"]!.enrollment, "completed");
    expect(await sent("Ada")).toBe(1);
  });

  journey("are stopped, and get nothing more", host, async ({ page }) => {
    await open(page);
    await take(page, "Bea", "Stop");
    await page.getByText("It cannot be taken up again.").waitFor();
    await answer(page, "Stop");
    await row(page, "Bea").getByText("Left early").waitFor();
    expect(await sent("Bea")).toBe(0);
  });

  journey("rest while their workflow is paused, and go on when it is resumed", host, async ({ page }) => {
    await page.goto("/operations");
    await page.getByRole("button", { name: "Pause After the treatment" }).click();
    await said(page, "“After the treatment” is paused.");
    await page.getByRole("button", { name: "Move the clock" }).click();
    await page.getByRole("menuitem", { name: "Move on by 1 week" }).click();
    await said(page, "Time went by. What was due is done now.");
    await page.goto(`/workflows/${workflow}/enrollments?status=paused`);
    await row(page, "Cleo").getByText("The workflow is paused.").waitFor();
    expect(await sent("Cleo")).toBe(0);

    await page.goto("/operations");
    await page.getByRole("button", { name: "Resume After the treatment" }).click();
    for (const name of ["Cleo", "Dora", "Eve"]) await stands(host(), people[name]!.enrollment, "completed");
    expect(await sent("Cleo")).toBe(1);
  });

  journey("get nothing while all sending is paused, and what was due when it is resumed", host, async ({ page }) => {
    await page.goto("/operations");
    await page.getByRole("button", { name: "Pause all sending" }).click();
    await answer(page, "Pause all sending");
    await page.getByRole("button", { name: "Resume all sending" }).waitFor();
    // It is said on every page, so that nobody wonders.
    await page.goto("/workflows");
    await page.getByText("Sending is paused").waitFor();

    people["Fay"] = await enrolled(host(), workflow, "Fay");
    await stands(host(), people["Fay"].enrollment, "waiting");
    await host().pass("P4D");
    await host().until(() => host().get(`/api/enrollments/${people["Fay"]!.enrollment}`), found => found.waitsFor === "hold" && found.stepId === "s2");
    await open(page);
    await row(page, "Fay").getByText("Put off until it may go on.").waitFor();
    expect(await sent("Fay")).toBe(0);

    await page.goto("/operations");
    await page.getByRole("button", { name: "Resume all sending" }).click();
    await said(page, "Sending goes on.");
    await stands(host(), people["Fay"].enrollment, "completed");
    expect(await sent("Fay")).toBe(1);
  });

  journey("see the clock moved to a date", host, async ({ page }) => {
    const then = new Date(Date.parse((await host().get("/api/sandbox/clock")).now) + 10 * 24 * 3_600_000);
    await page.goto("/operations");
    await page.getByRole("button", { name: "Move the clock" }).click();
    await page.getByRole("menuitem", { name: "Move on to a date…" }).click();
    await page.getByLabel("Move on to").fill("2020-01-01T09:00");
    await page.getByText("This is not in the future.").waitFor();
    await page.getByLabel("Move on to").fill(`${then.toISOString().slice(0, 10)}T09:00`);
    await answer(page, "Move the clock");
    await page.getByRole("button", { name: /^Move the clock\. It is .*9:0[0-2] AM$/ }).waitFor();
    expect(Math.abs(Date.parse((await host().get("/api/sandbox/clock")).now) - then.getTime())).toBeLessThan(36 * 3_600_000);
  });
});
