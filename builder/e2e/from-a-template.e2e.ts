import { describe, expect } from "vitest";
import { Board, down } from "./stage/Board";
import { hosted, journey } from "./stage/journey";

describe("A workflow from a template", () => {
  const host = hosted();

  journey("is found, looked at, made one's own, tried out with a patient who answers C, and published", host, async desk => {
    const { page } = desk;
    // At the front desk it is the practice's time, wherever these tests run.
    await (await desk.context.newCDPSession(page)).send("Emulation.setTimezoneOverride", { timezoneId: "America/New_York" });
    await page.goto("/workflows");
    await page.getByRole("navigation").getByRole("link", { name: "Templates" }).click();
    await page.getByRole("searchbox", { name: "Search templates" }).fill("confirmation by text");
    await page.getByRole("main").getByRole("listitem").getByRole("link").filter({ hasText: "Visit reminders" }).click();
    await page.waitForURL("**/templates/visit-reminders");

    // It stands there on the canvas, to look at only; in words its steps, its ways and its texts can be read before anything is made of it.
    const picture = page.getByRole("region", { name: "The workflow Visit reminders with confirmation by text" });
    await picture.getByRole("application").getByRole("button", { name: /^Two days before, / }).waitFor();
    expect(await picture.getByRole("button", { name: /^Add a/ }).count()).toBe(0);
    await picture.getByRole("button", { name: "Show it in words" }).click();
    for (const words of ["Visit booked or confirmed", "48-hour text", "Another time", "Reply C to confirm or R to reschedule"]) await picture.getByText(words).first().waitFor();
    const before = (await host().get("/api/workflows")).items.length;

    await page.getByLabel("Name of the workflow").fill("Our reminders");
    await page.getByLabel("How to prepare").fill("Come without make-up. The door is beside the bakery.");
    await page.getByRole("button", { name: "Make this draft and open it" }).click();
    await page.waitForURL(/\/workflows\/wf_/);
    const board = new Board(page, host(), new URL(page.url()).pathname.split("/")[2]!);
    await board.canvas.waitFor();
    await board.card("48-hour text").waitFor();
    await page.getByRole("button", { name: /^(Nothing found|0 errors and)/ }).waitFor();
    expect((await host().get("/api/workflows")).items.length).toBe(before + 1);
    expect(await host().get(`/api/workflows/${board.id}`)).toMatchObject({ name: "Our reminders", status: "draft" });
    const draft = await board.draft();
    expect(down(draft).slice(0, 3)).toEqual(["Two days before", "48-hour text", "Answer to the text"]);
    expect(draft.steps.prep.config.body).toContain("The door is beside the bakery.");
    // What was left alone has the template's own answer.
    expect(JSON.stringify(draft)).not.toContain("[[");

    await page.getByRole("button", { name: "Test workflow" }).click();
    await board.panel.getByRole("heading", { name: "Test workflow" }).waitFor();
    expect(await board.panel.getByLabel("Who", { exact: true }).locator("option:checked").textContent()).toBe("An invented contact: Anna Example");
    await board.panel.getByLabel("What happens first").selectOption({ label: "Visit booked or confirmed" });
    // A Monday morning, and the visit on Friday: neither the night nor a clock change comes in between.
    await board.panel.getByLabel(/^It begins/).fill("2027-06-07T09:00");
    await board.panel.getByLabel(/starts/i).first().fill("2027-06-11T14:00");
    await board.panel.getByRole("button", { name: "Add what happens" }).click();
    await board.panel.getByLabel("Answer 1: after", { exact: true }).fill("54");
    await board.panel.getByLabel("Answer 1: What they write").fill("C");
    await board.panel.getByRole("button", { name: "Try it out" }).click();

    await board.panel.getByRole("status").getByText(/2 texts and 1 email over 4 days/).waitFor();
    await board.panel.getByText(/^Hi Anna, your visit at .* is on Fri, Jun 11 at 2:00 PM\. Reply C to confirm or R to reschedule\./).waitFor();
    await board.panel.getByText(/^See you today at 2:00 PM!/).waitFor();
    await board.panel.getByText("Your visit tomorrow").waitFor();
    await board.panel.frameLocator("iframe").getByText("The door is beside the bakery.").waitFor();

    // The way she took is lit on the canvas, and only that one.
    await board.fit();
    const lit = (name: string) => board.canvas.getByRole("button", { name: new RegExp(`^${name.replace("?", "\\?")}, .*\\. Passed$`) });
    for (const name of ["Two days before", "48-hour text", "Answer to the text", "What did they say?", "Confirm the visit", "How to prepare", "2-hour text"]) await lit(name).waitFor();
    for (const name of ["Another time", "Choose another time"]) expect(await lit(name).count(), name).toBe(0);
    // It follows whoever looks back: at the first text nothing that came later is lit.
    await board.panel.getByRole("button", { name: /48-hour text: Done/ }).click();
    await board.canvas.getByRole("button", { name: /^48-hour text, .*\. Stands here$/ }).waitFor();
    await lit("Two days before").waitFor();
    expect(await lit("Confirm the visit").count()).toBe(0);
    // Nothing was sent and nobody entered.
    expect((await host().get("/api/messages")).items).toEqual([]);
    expect((await host().get(`/api/enrollments?workflowId=${board.id}`)).items).toEqual([]);

    await board.panel.getByRole("button", { name: "Close the test" }).click();
    await board.panel.waitFor({ state: "detached" });
    expect(await lit("Two days before").count()).toBe(0);
    await board.publish();
    await page.getByRole("link", { name: "All workflows" }).click();
    await page.getByRole("row").filter({ hasText: "Our reminders" }).getByText("Published", { exact: true }).waitFor();
    expect(await host().get(`/api/workflows/${board.id}`)).toMatchObject({ status: "published", version: 1 });
  }, { timeout: 120_000 });
});
