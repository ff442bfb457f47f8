import { describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";
import { asks } from "./stage/patient";

describe("The first five minutes", () => {
  const host = hosted();

  journey("a newcomer follows the guide from the printed address to a workflow that lives, and every step of it is ticked", host, async desk => {
    const { page } = desk;
    await page.goto(await host().printed());
    const guide = page.getByRole("region", { name: "The first five minutes" });
    const step = (title: string) => guide.getByRole("listitem").filter({ hasText: title });
    const ticked = async () => (await guide.getByRole("listitem").filter({ hasText: "(done)" }).allTextContents()).map(text => text.replace(/ \(done\).*/s, ""));
    await guide.waitFor();
    expect(await ticked()).toEqual([]);

    // A template, with its few questions.
    await step("Choose a template").getByRole("link", { name: "Browse templates" }).click();
    await page.getByRole("main").getByRole("listitem").getByRole("link").filter({ hasText: "New lead: answer within a minute" }).click();
    await page.getByLabel("Name of the workflow").fill("Our new leads");
    await page.getByLabel("Theo Blum").check();
    await page.getByRole("button", { name: "Make this draft and open it" }).click();
    await page.waitForURL(/\/workflows\/wf_/);
    const board = new Board(page, host(), new URL(page.url()).pathname.split("/")[2]!);
    await board.card("We have your request").waitFor();

    await desk.go("Workflows");
    await step("Publish it").getByRole("link", { name: "Open Our new leads" }).click();
    await board.card("We have your request").waitFor();
    await board.publish();
    await desk.go("Workflows");
    await host().until(ticked, found => found.length === 2);

    // As a patient, in a window of her own.
    const [form] = await Promise.all([desk.context.waitForEvent("page"), step("Ask for a consultation").getByRole("link", { name: "Open the form" }).click()]);
    await asks(form, { first: "Ada", last: "Hart", email: "ada@hart.example", mobile: "212-555-0199" });
    await form.close();
    await host().until(ticked, found => found.length === 3);

    // What she got.
    await step("See the messages").getByRole("link").click();
    await page.getByRole("navigation", { name: "Conversations" }).getByRole("link", { name: /Ada Hart/ }).click();
    await page.frameLocator("iframe[title='Email: Thank you for your request']").getByText("We have your request and will call you shortly.").waitFor();
    const talk = new URL(page.url()).pathname;

    // She waits on a step of the new workflow: on the canvas, and on her own page.
    await desk.go("Workflows");
    await page.getByRole("link", { name: "Our new leads", exact: true }).click();
    await board.canvas.waitFor();
    await board.fit();
    await board.canvas.getByRole("button", { name: "1 waiting at Do they answer?: show who" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Ada Hart" }).click();
    await page.getByRole("link", { name: "Automation" }).click();
    const row = page.getByRole("row").filter({ hasText: "Our new leads" });
    await row.getByText("Do they answer?").waitFor();

    // An hour goes by, and a call is on the front desk's list.
    await desk.go("Workflows");
    await step("Move the clock").getByRole("link").click();
    await desk.take(page.getByRole("button", { name: /^Move the clock/ }), "Move on by 1 hour");
    await desk.told("Time went by");
    await desk.go("Tasks");
    await desk.ask(page.getByRole("button", { name: "Complete: Call Ada Hart" }), dialog => dialog.getByLabel("How did it go?").selectOption("No answer"), "Complete");

    const [ada] = (await host().get("/api/contacts?search=hart")).items;
    await host().until(() => host().get(`/api/contacts/${ada.id}/enrollments`), found => found.items.some((run: { stepId?: string; status: string }) => run.stepId === "day1" && run.status === "waiting"));

    // She answers after all, and the workflow comes to its end.
    await page.goto(talk);
    await page.getByRole("textbox", { name: "Reply as this contact" }).fill("Sorry, I was at work. Tomorrow at nine?");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await page.getByRole("list", { name: "Messages" }).getByText("Tomorrow at nine?").waitFor();
    await desk.go("Tasks");
    await page.getByText("Call Ada Hart now: they answered").waitFor();
    await desk.go("Workflows");
    await guide.getByRole("heading", { name: "That was the whole journey" }).waitFor();
    expect(await ticked()).toEqual(["Choose a template", "Publish it", "Ask for a consultation", "See the messages", "Move the clock"]);
    await page.getByRole("row").filter({ hasText: "Our new leads" }).getByRole("cell").nth(4).getByText("1").waitFor();
  }, { signedIn: false, timeout: 120_000 });

  journey("a form that came in before the guide was looked at counts as well, and the guide can be put away and brought back", host, async desk => {
    const { page } = desk;
    await host().form({ firstName: "Grace", email: "grace@patients.example" });
    await host().pass("PT1H");
    await page.reload();
    const guide = page.getByRole("region", { name: "The first five minutes" });
    await guide.getByRole("listitem").filter({ hasText: "Ask for a consultation (done)" }).waitFor();
    await guide.getByRole("button", { name: "Put the guide away" }).click();
    await guide.waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("button", { name: "Show the first five minutes" }).click();
    await guide.waitFor();
  });
});
