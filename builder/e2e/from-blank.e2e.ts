import { describe, expect } from "vitest";
import { Board, down } from "./stage/Board";
import { hosted, journey } from "./stage/journey";
import { asks } from "./stage/patient";

describe("A first workflow", () => {
  const host = hosted();

  journey("is built from blank, reordered, undone, published, entered by a patient, and finished as time goes by", host, async desk => {
    const { page } = desk;
    // So that the patient of this test meets this workflow only.
    for (const { id } of (await host().get("/api/workflows")).items) await host().post(`/api/workflows/${id}/unpublish`);
    const board = await Board.create(page, host(), "New enquiries");

    await board.trigger("Form submitted");
    await board.panel.getByRole("button", { name: "Add a condition" }).click();
    await board.field("Condition 1: field").selectOption({ label: "Form" });
    await board.panel.getByLabel(/^Condition 1: value/).fill("consultation");

    await board.first("Send email");
    await board.fill({ Name: "Welcome", Subject: "Thank you, {{contact.firstName}}", Message: "We have your request." });
    await board.step("after Welcome", "Wait for a time");
    await board.fill({ Name: "One day", "How long": "1" });
    await board.step("after One day", "If / else");
    await board.fill({ Name: "A number?", "Name of Yes": "Has one" });
    await board.panel.getByRole("button", { name: /No condition yet/ }).click();
    await board.panel.getByRole("button", { name: "Add a condition" }).click();
    await board.field("Condition 1: field").selectOption({ label: "Phone" });
    await board.field("Condition 1: comparison").selectOption({ label: "is not empty" });
    await board.step("in the branch Has one", "Send text message");
    await board.fill({ Name: "Text them", Message: "Hi {{contact.firstName}}, shall we call?" });
    await board.step("in the branch No", "Add task");
    await board.fill({ Name: "Look them up", Task: "Find a number of {{contact.firstName}}" });
    await board.step("after Look them up", "Add tag");
    await board.fill({ Name: "Mark them" });
    await board.panel.getByLabel(/Tags/).first().fill("no-number");
    await page.keyboard.press("Enter");
    await board.panel.getByRole("button", { name: "Close the panel" }).click();
    await board.saved();

    // Two steps change places by dragging, and back again by undo.
    const none = async () => { const d = await board.draft(); const fork = Object.values<any>(d.steps).find(s => s.type === "if"); return down({ ...d, start: fork.none.next }); };
    expect(await none()).toEqual(["Look them up", "Mark them"]);
    await board.fit();
    await board.drag("Mark them", "in the branch No");
    await host().until(none, names => names[0] === "Mark them");
    expect(await none()).toEqual(["Mark them", "Look them up"]);
    await page.getByRole("button", { name: /^Undo: Moved/ }).click();
    await host().until(none, names => names[0] === "Look them up");
    expect(down(await board.saved())).toEqual(["Welcome", "One day", "A number?", "Text them"]);

    await board.publish();
    expect(await host().get(`/api/workflows/${board.id}`)).toMatchObject({ status: "published", version: 1 });

    // A patient fills in the practice's form, in a window of her own.
    const patient = await desk.another("/demo/consultation");
    await asks(patient, { first: "Ada", email: "ada@hart.example", mobile: "212-555-0199" });
    const [ada] = await host().until(() => host().get("/api/contacts?search=ada").then(found => found.items), found => found.length === 1);
    const [enrollment] = await host().until(() => host().get(`/api/contacts/${ada.id}/enrollments`).then(found => found.items), found => found[0]?.status === "waiting");

    // She is seen to wait on the step; figures are a few seconds old at most.
    await host().until(() => host().get(`/api/workflows/${board.id}/stats`), found => found.steps.some((s: any) => Number(s.waiting) === 1));
    await page.reload();
    await board.canvas.getByRole("button", { name: "1 waiting at One day: show who" }).click();
    await page.getByRole("dialog").getByText("Ada").waitFor();
    await page.keyboard.press("Escape");

    await host().pass("P2D");
    await host().until(() => host().get(`/api/enrollments/${enrollment.id}`), found => found.status === "completed");
    await page.goto(`/conversations/${ada.id}`);
    await page.getByText("Hi Ada, shall we call?").first().waitFor();
    await page.frameLocator("iframe").getByText("We have your request.").waitFor();
    expect((await host().get("/api/tasks")).items).toEqual([]);
  }, { timeout: 120_000 });
});
