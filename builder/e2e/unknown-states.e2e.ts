import { beforeAll, describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";
import { enrolled, published, stands, wait } from "./stage/steps";

describe("What is not known yet", () => {
  const host = hosted();
  let workflow: string;
  beforeAll(async () => {
    workflow = await published(host(), "After the treatment", [wait("Three days", "P3D")]);
    const { enrollment } = await enrolled(host(), workflow, "Ada");
    await stands(host(), enrollment, "waiting");
  });

  journey("is not told as nothing to review", host, async desk => {
    const { page } = desk;
    desk.expect(/500.*\/api\/workflows\?/);
    const workflows = /\/api\/workflows\?/;
    await page.route(workflows, route => route.fulfill({ status: 500, json: { code: "internal", title: "It broke." } }));
    await page.goto("/operations/review");
    await page.getByRole("alert").getByText("It broke.").waitFor();
    await page.unroute(workflows);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Nothing to review").waitFor();
  });

  journey("is not acted on: a deed for all that fit is for just those that are shown", host, async desk => {
    const { page } = desk;
    await page.goto(`/operations/enrollments?workflowId=${workflow}`);
    await page.getByRole("combobox", { name: "Status" }).selectOption("live");
    await page.waitForURL("**status=live");
    await page.getByRole("link", { name: "Ada" }).waitFor();
    await desk.take(page.getByRole("button", { name: "Do with all that fit" }), "Pause");
    await page.getByRole("dialog").getByRole("button", { name: "Pause", exact: true }).click();
    const [job] = await host().until(() => host().get("/api/jobs").then(found => found.items), found => found.length === 1);
    expect(job.filter.statuses).toEqual(["scheduled", "active", "waiting", "paused"]);
  });

  journey("stops publishing until it is read who is inside", host, async desk => {
    const { page } = desk;
    desk.expect(/500.*\/stats/);
    await page.route(/\/stats$/, route => route.fulfill({ status: 500, json: { code: "internal", title: "It broke." } }));
    await page.goto(`/workflows/${workflow}`);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("How many contacts are inside could not be read").waitFor();
    await dialog.getByRole("button", { name: "Publish", disabled: true }).waitFor();
    await page.unroute(/\/stats$/);
    await dialog.getByRole("button", { name: "Try again" }).click();
    await dialog.getByText("1 contact is inside now").waitFor();
    await dialog.getByRole("button", { name: "Publish", disabled: false }).waitFor();
  });
});
