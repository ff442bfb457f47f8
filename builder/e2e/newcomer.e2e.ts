import { describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";
import { made } from "./stage/made";

describe("A newcomer", () => {
  const host = hosted();
  const text = { type: "sms.send", name: "How are you", config: { purpose: "care", body: "How do you feel?" } };

  journey("finds the trigger by what people call it, and puts only the day of the visit into a text", host, async desk => {
    const { page } = desk;
    const board = await Board.create(page, host(), "Botox follow-up");
    await board.canvas.getByRole("button", { name: /^Add a trigger/ }).click();
    const search = page.getByRole("dialog").getByRole("combobox", { name: "Search" });
    await search.fill("appointment completed");
    await page.getByRole("option", { name: /^Appointment status changed/ }).waitFor();
    await search.press("Enter");
    await board.panel.getByRole("heading", { name: "Appointment status changed" }).waitFor();

    await board.first("Send text message");
    await board.fill({ Message: "How was " });
    await board.panel.getByRole("button", { name: "Insert a value into Message" }).click();
    const values = page.getByRole("dialog", { name: "Values" });
    await values.getByRole("combobox", { name: "What to insert" }).selectOption({ label: "Only the day of a date" });
    await values.getByRole("searchbox").fill("visit day");
    await values.getByRole("button", { name: /^Appointment start/ }).click();
    await expect.poll(() => board.field("Message").inputValue()).toBe("How was {{appointment.startsAt | date}}");
  });

  journey("is told what to put right in the words of the forms, and of a branch that everybody takes", host, async desk => {
    const { page } = desk;
    const board = await Board.create(page, host(), "Half done");
    await board.first("Add task");
    await board.panel.getByText("Task is needed.").waitFor();
    await board.step("after Add task", "If / else");
    await page.getByRole("button", { name: /^1 error and [1-9] to look at/ }).click();
    const findings = page.getByRole("dialog", { name: "Findings" });
    await findings.getByText("The step “Add task” needs “Task”.").waitFor();
    await findings.getByText("The step “If / else” has the branch “Yes” without a condition: everybody takes it.").waitFor();
  });

  journey("sees on the canvas which way a test took when nobody answered", host, async desk => {
    const { page } = desk;
    const id = await made(host(), "Waits for an answer", null, { ask: text, wait: { type: "wait.reply", name: "Their answer", config: {}, timeout: { after: "P1D", next: null }, next: "thanks" }, thanks: { ...text, name: "Thanks" } });
    await page.goto(`/workflows/${id}?test`);
    await page.getByRole("button", { name: "Try it out" }).click();
    await page.getByRole("button", { name: /Their answer: Waited long enough/ }).waitFor();
    // The step behind the answer is not on the path, and stays pale; the branch that was taken is lit.
    await page.locator(".chip.lit-passed").filter({ hasText: "Timed out" }).waitFor();
    expect(await page.locator(".chip.lit-passed").filter({ hasText: "Replied" }).count()).toBe(0);
  });

  journey("is told that a change of a published workflow is not live, until it is published", host, async desk => {
    const { page } = desk;
    const id = await made(host(), "Goes on", null, { ask: text });
    const board = await Board.open(page, host(), id);
    const sign = page.getByText("Not live yet");
    expect(await sign.count()).toBe(0);
    await board.card("How are you").click();
    await board.card("How are you").press("Enter");
    await board.fill({ Message: "How do you feel today?" });
    await sign.waitFor();
    await board.saved();
    await sign.waitFor();
    await board.publish();
    await sign.waitFor({ state: "detached" });
  });

  journey("finds out which workflow a text came from, and its way", host, async desk => {
    const { page } = desk;
    const id = await made(host(), "Says hello", null, { ask: text });
    const [maya] = (await host().get("/api/contacts?search=maya")).items;
    await host().post(`/api/contacts/${maya.id}/enrollments`, { workflowId: id });
    await host().until(() => host().get(`/api/contacts/${maya.id}/messages`), found => found.items.length > 0);
    await page.goto(`/conversations/${maya.id}`);
    await page.getByRole("list", { name: "Messages" }).getByRole("link", { name: "by Says hello" }).click();
    await page.getByRole("complementary", { name: "What happened" }).getByText("How are you").first().waitFor();
  });

  journey("gives a task to a member of the team, due tomorrow at ten", host, async desk => {
    const { page } = desk;
    const board = await Board.create(page, host(), "For the nurse");
    await board.first("Add task");
    await board.fill({ Task: "Call her", "Due after": "1", "Due at": "10:00" });
    await board.field("Member of the team").selectOption({ label: "Nora Fields" });
    await board.saved();
    await board.publish();
    const [maya] = (await host().get("/api/contacts?search=maya")).items;
    await host().post(`/api/contacts/${maya.id}/enrollments`, { workflowId: board.id });
    const [task] = (await host().until(() => host().get(`/api/tasks?contactId=${maya.id}`), found => found.items.some((one: any) => one.title === "Call her"))).items.filter((one: any) => one.title === "Call her");
    const nora = (await host().get("/api/users")).items.find((one: any) => one.name === "Nora Fields");
    expect(task.assignedTo).toBe(nora.id);
    await page.goto("/tasks");
    await page.getByRole("listitem").filter({ hasText: "Call her" }).filter({ hasText: "10:00 AM" }).waitFor();
  });
});
