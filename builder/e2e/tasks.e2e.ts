import { beforeAll, describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";
import { made } from "./stage/made";

describe("The front desk's list", () => {
  const host = hosted();
  const id = async (search: string) => (await host().get(`/api/contacts?search=${search}`)).items[0].id as string;
  /** Enters a workflow, whose first step puts something on the list. */
  const enter = async (search: string, workflowId: string) => {
    const contact = await id(search);
    await host().post(`/api/contacts/${contact}/enrollments`, { workflowId });
    await host().until(() => host().get(`/api/tasks?contactId=${contact}&status=open`), found => found.items.length > 0);
  };
  let [offer, call] = ["", ""];
  beforeAll(async () => {
    offer = await made(host(), "Offers that are approved", null, {
      ask: { type: "approval.request", name: "May it go?", config: { title: "Offer a discount to {{contact.name}}?", message: "Ten percent on lasers." }, onError: { then: "branch", next: "no" } },
      yes: { type: "contact.tag.add", name: "Offered", config: { tags: ["offered"] }, next: null },
      no: { type: "contact.tag.add", name: "Not offered", config: { tags: ["refused"] } },
    });
    call = await made(host(), "Calls", null, {
      call: { type: "manual.call", name: "Call them", config: { purpose: "care", script: "Ask how the skin feels." } },
      note: { type: "note.add", name: "Keep it", config: { text: "The call: {{steps.call.result}}" } },
    });
  });

  journey("a call is made and its result noted, and the contact goes on", host, async desk => {
    const { page } = desk;
    await enter("maya", call);
    await page.goto("/tasks");
    const card = page.getByRole("listitem").filter({ hasText: "Call Maya Lindqvist" });
    await card.getByText("A workflow waits").waitFor();
    await card.getByText("What to say").click();
    await card.getByText("Ask how the skin feels.").waitFor();
    await desk.ask(card.getByRole("button", { name: "Complete" }), async form => {
      await form.getByText("Ask how the skin feels.").waitFor();
      await form.getByLabel("How did it go?").selectOption("Voicemail");
      await form.getByLabel("Note").fill("Calls back on Monday.");
    }, "Complete");
    await desk.told("Completed. The contact goes on.");
    await page.getByText("Nothing to do").waitFor();
    await page.getByRole("combobox", { name: "State" }).selectOption("Done");
    await card.getByText("Voicemail").waitFor();
    await card.getByText("“Calls back on Monday.”").waitFor();
    await card.getByRole("link", { name: "Maya Lindqvist" }).click();
    await page.getByRole("link", { name: "Notes and tasks" }).click();
    await page.getByText("The call: voicemail").waitFor();
  });

  journey("an approval is given or refused, and each goes its own way", host, async desk => {
    const { page } = desk;
    await enter("jonah", offer);
    await enter("sam", offer);
    await page.goto("/tasks");
    await page.getByRole("combobox", { name: "Kind" }).selectOption("Approvals");
    await desk.ask(page.getByRole("button", { name: "Approve: Offer a discount to Jonah Reyes?" }), form => form.getByText("Ten percent on lasers.").waitFor(), "Approve");
    await desk.ask(page.getByRole("button", { name: "Reject: Offer a discount to Sam Okafor?" }), form => form.getByLabel("Why").fill("He had one last month."), "Reject");
    await page.getByText("Nothing here").waitFor();
    await page.getByRole("combobox", { name: "State" }).selectOption("Done");
    await page.getByRole("listitem").filter({ hasText: "Jonah Reyes" }).getByText("Approved", { exact: true }).waitFor();
    await page.getByRole("listitem").filter({ hasText: "Sam Okafor" }).getByText("Rejected", { exact: true }).waitFor();
    for (const [who, tag] of [["jonah", "offered"], ["sam", "refused"]] as const)
      await host().until(async () => (await host().get(`/api/contacts?search=${who}`)).items[0].tags, tags => tags.includes(tag));
  });

  journey("new tasks are put on the list, narrowed down to, and completed", host, async desk => {
    const { page } = desk;
    const now = Date.parse((await host().get("/api/sandbox/clock")).now);
    const ask = (title: string, fill: (form: import("playwright-core").Locator) => Promise<unknown>) => desk.ask(page.getByRole("button", { name: "New task" }), async form => {
      await form.getByLabel("What is to be done").fill(title);
      await fill(form);
    }, "Put it on the list");
    await page.goto("/tasks");
    await ask("Order lidocaine", async form => {
      await form.getByLabel("Details").fill("Two boxes.");
      await form.getByLabel("For").selectOption("Nora Fields");
      await form.getByLabel("Due").fill(new Date(now + 5 * 86_400_000).toISOString().slice(0, 16));
    });
    await ask("Water the plants", async () => {});
    await page.getByRole("region", { name: "Later" }).getByText("Order lidocaine").waitFor();
    await page.getByRole("region", { name: "No date" }).getByText("Water the plants").waitFor();
    const shown = async () => (await page.getByRole("main").getByRole("listitem").locator("strong").allTextContents()).join();
    for (const [filter, choice, left] of [["Tasks of", "Nora Fields", "Order lidocaine"], ["Tasks of", "Whoever sees it first", "Water the plants"], ["Tasks of", "Everybody", "Order lidocaine,Water the plants"], ["Due", "No date", "Water the plants"], ["Due", "Overdue", ""]] as const) {
      await page.getByRole("combobox", { name: filter }).selectOption(choice);
      await host().until(shown, found => found === left);
    }
    await host().pass("P6D");
    await page.reload();
    await page.getByRole("region", { name: "Overdue" }).getByText("Order lidocaine").waitFor();
    await desk.ask(page.getByRole("button", { name: "Complete: Order lidocaine" }), async () => {}, "Complete");
    await page.getByText("Nothing here").waitFor();
    expect((await host().get("/api/tasks?status=open")).items.map((task: any) => task.title)).toEqual(["Water the plants"]);
  });
});
