import { describe, expect } from "vitest";
import { accessible } from "./stage/axe";
import { hosted, journey } from "./stage/journey";

const definition = {
  schemaVersion: 1, settings: {}, layout: {}, notes: [], start: "ask",
  triggers: [{ id: "t1", type: "form.submitted", filters: { all: [{ field: "form.id", op: "is", value: "aftercare" }] } }],
  steps: {
    ask: { type: "approval.request", config: { title: "Aftercare for {{contact.firstName}}", message: "Read it as a clinician.", text: "Dear {{contact.firstName}},\n\nkeep the area dry for a day." , assignTo: "user", userId: "" }, next: "mail" },
    mail: { type: "email.send", config: { purpose: "care", subject: "Your aftercare", body: "{{steps.ask.text}}" }, next: null },
  },
};

describe("A text that somebody must approve", () => {
  const host = hosted();

  journey("is read and changed at the desk, goes out as it was approved, and not at all when it was rejected", host, async desk => {
    const { page } = desk;
    const ana = await host().post("/api/users", { name: "Dr. Ana Ruiz", role: "provider" });
    await host().post("/api/users", { name: "Ben Ode", role: "frontdesk" });
    const mine = structuredClone(definition);
    mine.steps.ask.config.userId = ana.id;
    const { id } = await host().post("/api/workflows", { name: "Aftercare", definition: mine });
    await host().post(`/api/workflows/${id}/publish`);
    const enter = async (firstName: string) => {
      const contact = await host().post("/api/contacts", { firstName, email: `${firstName.toLowerCase()}@patients.example` });
      await host().post(`/api/contacts/${contact.id}/enrollments`, { workflowId: id });
      await host().until(() => host().get(`/api/tasks?contactId=${contact.id}`), found => found.items.length === 1);
      return contact.id as string;
    };
    const [ada, zoe] = [await enter("Ada"), await enter("Zoe")];
    const mails = async (contact: string) => (await host().get(`/api/contacts/${contact}/messages`)).items;

    await page.goto("/tasks");
    const tools = page.getByRole("search", { name: "Tasks" });
    await tools.getByLabel("Tasks of").selectOption({ label: "Ben Ode" });
    await page.getByText("Nothing here").waitFor();
    await tools.getByLabel("Tasks of").selectOption({ label: "Dr. Ana Ruiz" });
    await page.getByText("Aftercare for Ada").waitFor();
    // The browser knows her tomorrow as well.
    await page.goto("/tasks");
    await page.getByText("Aftercare for Zoe").waitFor();
    expect(await tools.getByLabel("Tasks of").inputValue()).toBe(ana.id);

    await page.getByRole("button", { name: "Approve: Aftercare for Ada" }).click();
    const dialog = page.getByRole("dialog", { name: "Approve: Aftercare for Ada" });
    await dialog.getByText("Read it as a clinician.").waitFor();
    const text = dialog.getByLabel("Text", { exact: true });
    expect(await text.inputValue()).toBe("Dear Ada,\n\nkeep the area dry for a day.");
    await accessible(page, "the text to approve");
    await text.fill("Dear Ada,\n\nkeep the area dry for two days.");
    await dialog.getByText("You have changed it.").waitFor();
    await dialog.getByRole("button", { name: "Approve" }).click();
    await dialog.waitFor({ state: "detached" });
    const [sent] = await host().until(() => mails(ada), found => found.length === 1);
    expect(sent.text).toBe("Dear Ada,\n\nkeep the area dry for two days.");

    await page.getByRole("button", { name: "Reject: Aftercare for Zoe" }).click();
    const refusal = page.getByRole("dialog", { name: "Reject: Aftercare for Zoe" });
    await refusal.getByText("keep the area dry for a day.").waitFor();
    await refusal.getByLabel("Why").fill("She had no treatment.");
    await refusal.getByRole("button", { name: "Reject" }).click();
    await host().until(() => host().get(`/api/contacts/${zoe}/enrollments`), found => found.items[0].status !== "waiting");
    // Its text was never approved, so there was none; it is kept as what could not be written.
    expect((await mails(zoe)).map((mail: { status: string; text?: string }) => [mail.status, mail.text])).toEqual([["failed", undefined]]);

    await tools.getByLabel("State").selectOption({ label: "Done" });
    const done = page.getByRole("listitem").filter({ hasText: "Aftercare for Ada" });
    await done.getByText("The approved text").click();
    await done.getByText("keep the area dry for two days.").waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    await accessible(page, "what was approved, in the dark");
  });
});
