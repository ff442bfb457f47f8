import { beforeAll, describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";
import { answer, row, said, take } from "./stage/lists";
import { enrolled, published, stands, text, wait } from "./stage/steps";

describe("A workflow's tabs", () => {
  const host = hosted();
  let id: string;
  const people: Record<string, { contact: string; enrollment: string }> = {};
  const tab = (name: string) => `/workflows/${id}/${name}`;
  beforeAll(async () => {
    id = await published(host(), "After the treatment", [text("Care"), wait("Three days", "P3D"), text("How is it?")]);
    people["Ada"] = await enrolled(host(), id, "Ada");
    await stands(host(), people["Ada"].enrollment, "waiting");
    await host().pass("P3D");
    await stands(host(), people["Ada"].enrollment, "completed");
    for (const name of ["Bea", "Cleo"]) await stands(host(), (people[name] = await enrolled(host(), id, name)).enrollment, "waiting");
  });

  journey("settings: who enters again, when messages go and from whom are kept with the draft", host, async ({ page }) => {
    await page.goto(tab("settings"));
    await page.getByLabel("May a contact enter again?").selectOption({ label: "No, once and never again" });
    await page.getByLabel("Stop when the contact replies").check();
    await page.getByLabel("Time zone").selectOption({ label: "The practice’s" });
    await page.getByLabel("Only at certain hours").check();
    await page.getByLabel("Monday from").fill("10:30");
    await page.getByRole("checkbox", { name: "Friday" }).uncheck();
    await page.getByRole("button", { name: "Add days" }).click();
    await page.getByLabel("Pause 1 from").fill("2031-12-24");
    await page.getByLabel("Pause 1 to").fill("2031-12-26");
    await page.getByRole("checkbox", { name: "every year" }).check();
    await page.getByLabel(/^Name \(/).fill("Lumina Care");
    const board = new Board(page, host(), id);
    await page.getByLabel(/^Email address/).fill("care@lumina.example");
    const { settings } = await host().until(() => board.draft(), draft => draft.settings.sender?.email === "care@lumina.example");
    expect(settings).toMatchObject({
      reentry: "once", stopOnReply: true, timeZone: "practice", sender: { name: "Lumina Care", email: "care@lumina.example" }, pauseDates: [{ from: "2031-12-24", to: "2031-12-26", yearly: true }],
    });
    expect(settings.window.hours.mon).toEqual([["10:30", "18:00"]]);
    expect(settings.window.hours.fri ?? []).toEqual([]);
    // They are the draft's, so nothing is live before it is published, and one can take it back.
    await page.getByRole("button", { name: /^Undo: Changed the settings/ }).click();
    await host().until(() => board.draft(), draft => draft.settings.sender?.email !== "care@lumina.example");
    await page.getByRole("navigation", { name: "Of this workflow" }).getByRole("link", { name: "Versions" }).click();
    await take(page, "Live", "Compare with the draft");
    await page.getByRole("dialog").getByText(/once/i).first().waitFor();
  });

  journey("from another tab: a finding in the publish dialog leads to its trigger, and the keys work on what is seen", host, async ({ page }) => {
    const own = (await host().post("/api/workflows", { name: "Not ready", definition: {
      schemaVersion: 1, settings: {}, layout: {}, notes: [], triggers: [{ id: "t1", type: "nothing.of.the.kind", filters: { all: [] } }], start: "s1", steps: { s1: { type: "contact.tag.add", config: { tags: ["vip"] }, next: null } } } })).id;
    await page.goto(`/workflows/${own}/logs`);
    await page.getByRole("heading", { name: "Nothing happened yet" }).waitFor();
    await page.locator(".builder-bar").getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "It cannot be published yet" }).getByRole("button").first().click();
    await page.waitForURL(url => url.pathname === `/workflows/${own}`);
    await page.getByRole("complementary", { name: "nothing.of.the.kind: fields" }).waitFor();
    await page.goto(tab("logs"));
    await page.getByRole("table", { name: "Log" }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");

    // What one undoes is seen: beside a version or a path nothing is undone.
    const shown = await published(host(), "Shown", [text("Hello")]);
    const board = await Board.open(page, host(), shown);
    await board.card("Hello").dblclick();
    await board.fill({ Name: "Mark them" });
    await board.saved();
    await page.evaluate(path => { history.pushState(null, "", path); dispatchEvent(new PopStateEvent("popstate", { state: null })); }, `/workflows/${shown}?version=1`);
    await page.getByText("Version 1, as it was published").waitFor();
    await page.keyboard.press("ControlOrMeta+z");
    await page.getByRole("link", { name: "Back to the draft" }).click();
    await board.card("Mark them").waitFor();
  });

  journey("execution logs: by what happened, by contact and by day", host, async ({ page }) => {
    await page.goto(tab("logs"));
    await row(page, "How is it?").getByText("Done").waitFor();
    await page.getByLabel("What happened").selectOption({ label: "Waits" });
    await row(page, "Three days").first().getByText("Waits for its time.").waitFor();
    expect(await row(page, "Three days").count()).toBe(3);
    await page.getByLabel("Contact: search").fill("Cleo");
    await page.getByLabel("Contact", { exact: true }).selectOption({ label: "Cleo Example" });
    await row(page, "Ada").waitFor({ state: "detached" });
    await row(page, "Cleo").waitFor();
    expect(await row(page, "Three days").count()).toBe(1);
    await page.getByLabel("To", { exact: true }).fill("2020-01-01");
    await page.getByText("No line fits these filters.").waitFor();
  });

  journey("statistics: the figures are what happened, and lead to those behind them", host, async ({ page }) => {
    await page.goto(tab("statistics"));
    await page.getByRole("button", { name: /^Finished\s*1$/ }).waitFor();
    const care = page.getByRole("listitem").filter({ hasText: "Care" });
    expect(await care.textContent()).toBe("Care3");
    expect(await page.getByRole("listitem").filter({ hasText: "How is it?" }).textContent()).toBe("How is it?1");
    await row(page, "Care").getByRole("cell", { name: "3", exact: true }).waitFor();
    await page.getByRole("button", { name: /^Finished\s*1$/ }).click();
    await page.waitForURL(/status=completed/);
    await row(page, "Ada").waitFor();

    // The pictures of Operations say the same in words.
    await page.goto("/operations");
    await page.getByLabel("Workflow", { exact: true }).or(page.getByRole("combobox", { name: "Workflow" })).first().selectOption({ label: "After the treatment" });
    await page.getByRole("img", { name: "How far they came: Care 3, Three days 3, How is it? 1" }).waitFor();
    await page.getByRole("button", { name: "Messages a day as a table" }).click();
    await page.getByRole("group", { name: "Messages a day" }).getByRole("row").last().getByRole("cell", { name: "3", exact: true }).waitFor();
  });

  journey("enrollment history: filtered by status and step, with the way, and what can be done", host, async ({ page }) => {
    await page.goto(tab("enrollments"));
    await page.getByLabel("Status").selectOption({ label: "Waiting" });
    await page.getByLabel("At the step").selectOption({ label: "Three days" });
    await row(page, "Ada").waitFor({ state: "detached" });
    await row(page, "Bea").getByText("Waiting").waitFor();
    await page.getByLabel("Entered from").fill("2031-01-01");
    await page.getByText("No enrollment fits these filters.").waitFor();
    await page.getByLabel("Entered from").fill("");
    await take(page, "Bea", "Stop");
    await page.getByRole("dialog").getByLabel(/^Reason/).fill("She moved away");
    await answer(page, "Stop");
    await row(page, "Bea").waitFor({ state: "detached" });
    await page.getByLabel("Status").selectOption({ label: "Left early" });
    await page.getByLabel("At the step").selectOption({ label: "Any" });
    await row(page, "Bea").getByText("She moved away").waitFor();
    await row(page, "Bea").getByRole("link", { name: "Show on canvas" }).click();
    await page.getByRole("complementary", { name: "What happened" }).getByText("Care").first().waitFor();
  });

  journey("versions: named, compared in words, taken back, and made a workflow of their own", host, async ({ page }) => {
    const board = await Board.open(page, host(), id);
    await board.fit();
    await board.card("How is it?").dblclick();
    await board.fill({ Name: "Is all well?" });
    await board.saved();
    await page.locator(".builder-bar").getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog").getByLabel(/^Note/).fill("Friendlier words");
    await answer(page, "Publish");
    await page.getByRole("navigation", { name: "Of this workflow" }).getByRole("link", { name: "Versions" }).click();
    await row(page, "Friendlier words").getByText("Live").waitFor();
    await row(page, "Friendlier words").getByRole("button", { name: "What changed" }).click();
    await page.getByRole("dialog").getByText(/Is all well\?/).first().waitFor();
    await page.keyboard.press("Escape");

    const first = () => page.getByRole("row").last();
    await first().getByRole("button", { name: "More for version 1" }).click();
    await page.getByRole("menuitem", { name: "Restore into the draft" }).click();
    await said(page, "Version 1 is the draft now.");
    expect((await board.draft()).steps.s3.name).toBe("How is it?");

    await first().getByRole("button", { name: "More for version 1" }).click();
    await page.getByRole("menuitem", { name: "Make a new workflow of it" }).click();
    await page.getByRole("heading", { name: "After the treatment (version 1)" }).waitFor();
    await page.waitForURL(url => !url.pathname.includes(id));
    const copy = new URL(page.url()).pathname.split("/")[2]!;
    expect(await host().get(`/api/workflows/${copy}`)).toMatchObject({ status: "draft", name: "After the treatment (version 1)" });
  });
});
