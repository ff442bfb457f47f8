import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";

describe("Contacts", () => {
  const host = hosted();
  const contact = async (search: string) => (await host().get(`/api/contacts?search=${search}`)).items[0];

  journey("one is added at the front desk, corrected, tagged, described and found again", host, async desk => {
    const { page } = desk;
    desk.expect(/409/);
    await page.goto("/contacts");
    await page.getByRole("button", { name: "New contact" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("First name").fill("Ines");
    await dialog.getByLabel("Last name").fill("Ortega");
    await dialog.getByLabel("Phone").fill("+1 212 555 0111");
    await dialog.getByRole("button", { name: "Add contact" }).click();
    // Maya has this number.
    await dialog.getByText("Another contact has this phone.").first().waitFor();
    await dialog.getByLabel("Phone").fill("(212) 555-0161");
    await dialog.getByRole("button", { name: "Add contact" }).click();
    await page.getByRole("heading", { level: 1, name: "Ines Ortega" }).waitFor();

    await desk.ask(page.getByRole("button", { name: "Edit the profile" }), async form => {
      await form.getByLabel("Email").fill("ines@ortega.example");
      await form.getByLabel("Date of birth").fill("1990-04-02");
      await form.getByLabel("Assigned to").selectOption("Theo Blum");
    }, "Save");
    const facts = page.getByRole("region", { name: "Profile" });
    for (const fact of ["ines@ortega.example", "+12125550161", "Theo Blum"]) await facts.getByText(fact).waitFor();

    const tags = page.getByRole("group", { name: "Tags" });
    for (const tag of ["vip", "laser"]) {
      await tags.getByRole("button", { name: "Add tag" }).click();
      await tags.getByLabel("New tag").fill(tag);
      await page.keyboard.press("Enter");
      await tags.getByText(tag, { exact: true }).waitFor();
    }
    // What contacts have is offered to the next one, although no workflow names it.
    await host().until(() => host().get("/api/tags"), known => ["vip", "laser"].every(name => known.items.some((tag: { name: string }) => tag.name === name)) && !known.cut);
    await tags.getByRole("button", { name: "Remove the tag vip" }).click();
    await tags.getByText("vip", { exact: true }).waitFor({ state: "detached" });

    await desk.ask(page.getByRole("button", { name: "Edit custom fields" }), async form => {
      await form.getByLabel("Sessions left").fill("3");
      await form.getByLabel("Last visit").fill("2026-10-01");
    }, "Save");
    await page.getByRole("region", { name: "Custom fields" }).getByText("3", { exact: true }).waitFor();
    await desk.ask(page.getByRole("button", { name: "Edit custom fields" }), form => form.getByLabel("Last visit").fill(""), "Save");
    await page.getByRole("link", { name: "Notes and tasks" }).click();
    await page.getByLabel("New note").fill("Allergic to lidocaine.");
    await page.getByRole("button", { name: "Add note" }).click();
    await page.getByRole("listitem").filter({ hasText: "Allergic to lidocaine." }).getByText(/owner/i).waitFor();
    await host().until(() => contact("ines"), ines => ines.tags.join() === "laser" && JSON.stringify(ines.fields) === '{"sessions_left":3}' && ines.dateOfBirth === "1990-04-02");
    await page.getByRole("link", { name: "Timeline" }).click();
    for (const told of ["Contact created", /Tag added.*laser/, /Note by.*Allergic/]) await page.getByRole("listitem").filter({ hasText: told }).first().waitFor();
    expect(await page.getByText("Note added").count()).toBe(0);

    await desk.go("Contacts");
    const names = async () => (await page.getByRole("row").getByRole("link").allTextContents()).map(name => name.replace(/^[A-Z]{2}/, ""));
    await page.getByRole("searchbox").fill("ortega");
    await host().until(names, found => found.join() === "Ines Ortega");
    await page.getByRole("searchbox").fill("");
    await page.getByRole("combobox", { name: "Tag" }).selectOption("lead");
    await host().until(names, found => found.join() === "Claire Dubois,Maya Lindqvist");
    await page.getByRole("searchbox").fill("nobody of this name");
    await page.getByText("No contact fits this search.").waitFor();
  });

  journey("where one probably is is said with what tells it, until somebody knows better", host, async desk => {
    const { page } = desk;
    const { id } = await host().post("/api/contacts", { firstName: "Lou", phone: "+13105550123" });
    await page.goto(`/contacts/${id}`);
    const facts = page.getByRole("region", { name: "Profile" });
    await facts.getByText("Los Angeles or New York (from the phone number)").waitFor();
    // The demonstration practice may text at night, so that nobody who tries it out has to wait.
    await facts.getByText("Texts to this number go out at any hour.").waitFor();
    await host().settle({ textHours: { from: "09:00:00", to: "20:00:00" } });
    await page.reload();
    await facts.getByText("Texts to this number go out when it is 09:00–20:00 in Los Angeles and New York").waitFor();
    await host().settle({ textHours: { from: "00:00:00", to: "00:00:00" } });
    await desk.ask(page.getByRole("button", { name: "Edit the profile" }), async form => {
      await form.getByText("While this is empty, texts go by Los Angeles or New York (from the phone number).").waitFor();
      await form.getByLabel("Postal code").fill("90210");
    }, "Save");
    await facts.getByText("Los Angeles (from the address)").waitFor();
    await desk.ask(page.getByRole("button", { name: "Edit the profile" }), form => form.getByLabel("Time zone").fill("America/New_York"), "Save");
    await facts.getByText("America/New_York").waitFor();
  });

  journey("what may be sent to one is recorded, refused and explained", host, async desk => {
    const { page } = desk;
    const { id } = await contact("priya");
    await page.goto(`/contacts/${id}`);
    const consents = page.getByRole("region", { name: "Consents" });
    const record = (answer: string) => desk.ask(consents.getByRole("button", { name: "Record" }), async form => {
      await form.getByLabel("Answer").selectOption(answer);
      await form.getByLabel("The words agreed to").fill("Yes to offers by text.");
    }, "Record");
    await record("Agreed");
    await consents.getByRole("row").filter({ hasText: "Text: offers and news" }).getByText("Agreed").waitFor();
    await record("Refused or withdrawn");
    await consents.getByRole("row").nth(1).getByText("Refused").waitFor();
    expect(await consents.getByRole("row").count()).toBe(3);
    const [file] = await Promise.all([page.waitForEvent("download"), consents.getByRole("button", { name: "Export" }).click()]);
    expect((await readFile(await file.path(), "utf8")).trim().split("\r\n").map(line => line.split(",").slice(1, 4).join(" "))).toEqual(["channel purpose granted", "sms marketing yes", "sms marketing no"]);

    const disturb = page.getByRole("region", { name: "Do not disturb" });
    // Nothing is read again meanwhile: the second tick is made over what the first one was answered.
    let read = () => {};
    const reading = new Promise<void>(done => { read = done; });
    await page.route(/\/api\/contacts\/[^/?]+$/, async route => { if (route.request().method() === "GET") await reading; await route.fallback().catch(() => {}); });
    for (const channel of ["Text messages", "Emails"]) {
      await disturb.getByLabel(channel).check();
      await disturb.getByLabel(channel).and(page.locator(":checked:enabled")).waitFor();
    }
    read();
    await page.getByText("No texts").waitFor();
    await disturb.getByLabel("Text messages").uncheck();
    await page.getByText("No texts").waitFor({ state: "detached" });
    expect((await contact("priya")).dnd.map((one: any) => one.channel)).toEqual(["email"]);

    await page.getByRole("link", { name: "Automation" }).click();
    await page.getByRole("button", { name: "Why not?" }).click();
    const why = page.getByRole("dialog");
    await why.getByLabel("Workflow").selectOption("Consultation request");
    const answer = (question: string) => why.getByRole("listitem").filter({ hasText: question });
    await answer("Is the workflow published?").getByLabel("Yes").waitFor();
    await answer("Did something happen that starts it?").getByLabel("No").waitFor();
    await answer("May its messages go?").getByText(/asked for no emails/).waitFor();
    await why.getByRole("button", { name: "Close" }).last().click();
    await why.waitFor({ state: "detached" });
  });

  journey("many are added to a workflow at once, with a result for each", host, async desk => {
    const { page } = desk;
    const workflow = (await host().get("/api/workflows?search=consultation")).items[0].id;
    await host().post(`/api/contacts/${(await contact("maya")).id}/enrollments`, { workflowId: workflow });
    await page.goto("/contacts?search=patients.example");
    await page.getByLabel("Choose all that are shown").check();
    await page.getByText("5 chosen").waitFor();
    await page.getByLabel("Choose Jonah Reyes").uncheck();
    await page.getByRole("button", { name: "Add to Workflow" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Workflow").selectOption("Consultation request");
    await dialog.getByRole("button", { name: "Add 4 contacts" }).click();
    await dialog.getByText("4 of 4, 1 not done: 3 done").waitFor();
    await dialog.getByRole("progressbar").waitFor();
    const result = (name: string) => dialog.getByRole("list", { name: "Results" }).getByRole("listitem").filter({ hasText: name });
    await result("Maya Lindqvist").getByText("The contact is in this workflow already.").waitFor();
    for (const name of ["Priya Anand", "Claire Dubois", "Sam Okafor"]) await result(name).getByText("Done").waitFor();
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await page.getByText("4 chosen").waitFor({ state: "detached" });
    await host().until(() => host().get(`/api/enrollments?workflowId=${workflow}&status=waiting`), found => found.items.length === 4);
  });

  journey("one who asks to be forgotten is deleted, and leaves what was under way", host, async desk => {
    const { page } = desk;
    const { id } = await contact("claire");
    const [enrollment] = (await host().get(`/api/contacts/${id}/enrollments`)).items;
    await page.goto(`/contacts/${id}`);
    await desk.take(page.getByRole("button", { name: "More for Claire Dubois" }), "Delete the contact");
    await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
    await desk.told("Claire Dubois is deleted.");
    await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
    await page.getByRole("link", { name: "Sam Okafor" }).waitFor();
    expect(await page.getByRole("link", { name: "Claire Dubois" }).count()).toBe(0);
    await host().until(() => host().get(`/api/enrollments/${enrollment.id}`), found => found.status === "exited");
  });
});
