import { beforeAll, describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";
import { made } from "./stage/made";

describe("A conversation", () => {
  const host = hosted();
  let [visit, link] = ["", ""];
  const maya = async () => (await host().get("/api/contacts?search=maya")).items[0];
  beforeAll(async () => {
    // Reminders that read answers, in place of the plain ones of the demonstration.
    await host().post(`/api/workflows/${(await host().get("/api/workflows?search=reminders")).items[0].id}/unpublish`);
    const { id } = await host().post("/api/workflows", { recipe: "visit-reminders", name: "Reminders" });
    await host().post(`/api/workflows/${id}/publish`);
    link = (await host().post("/api/links", { name: "Price list", url: "https://lumina.example/prices" })).id;
    await made(host(), "Curious", { type: "link.clicked", filters: { all: [{ field: "link.id", op: "is", value: link }] } }, { tag: { type: "contact.tag.add", config: { tags: ["curious"] } } });
    const now = Date.parse((await host().get("/api/sandbox/clock")).now);
    visit = (await host().post("/api/appointments", { contactId: (await maya()).id, title: "Lip filler", startsAt: new Date(now + 4 * 86_400_000).toISOString(), calendarId: "cal_treatment" })).id;
    await host().until(() => host().get("/api/enrollments?status=waiting"), found => found.items.length === 1);
    await host().pass("P2DT10M");
    await host().until(() => host().get("/api/messages?direction=out"), found => found.items.length === 1);
  });

  journey("a reminder is read as the patient got it, answered with C, and the visit is confirmed; the email of the next day is read", host, async desk => {
    const { page } = desk;
    await page.goto("/conversations");
    await page.getByRole("navigation", { name: "Conversations" }).getByRole("link", { name: /Maya Lindqvist/ }).click();
    const thread = page.getByRole("list", { name: "Messages" });
    await thread.getByText(/^Hi Maya, your visit at Lumina Aesthetics is on .* Reply C to confirm/).waitFor();
    const reply = async (text: string, by: "Text" | "Email" = "Text") => {
      await page.getByRole("combobox", { name: "By" }).selectOption(by);
      await page.getByRole("textbox", { name: "Reply as this contact" }).fill(text);
      await page.getByRole("button", { name: "Reply", exact: true }).click();
      await thread.getByRole("listitem").filter({ hasText: text }).filter({ hasText: `${by},` }).last().waitFor();
    };
    await reply("C");
    await host().until(() => host().get(`/api/appointments/${visit}`), found => found.status === "confirmed");
    await page.getByRole("link", { name: "Maya Lindqvist", exact: true }).click();
    await page.getByRole("link", { name: "Appointments" }).click();
    await page.getByRole("row").filter({ hasText: "Lip filler" }).getByText("Confirmed").waitFor();

    await host().pass("P1D");
    await page.getByRole("link", { name: "Messages" }).click();
    await page.getByRole("link", { name: "Open in Conversations" }).click();
    await page.frameLocator("iframe[title^='Email: ']").getByText("we look forward to seeing you tomorrow").waitFor();
    await reply("Thank you!", "Email");

    // STOP is heard: it is seen at once that no texts may go, and none goes.
    await reply("STOP");
    await page.getByText("No texts").waitFor();
    await page.getByRole("link", { name: "Maya Lindqvist", exact: true }).click();
    await page.getByRole("region", { name: "Do not disturb" }).getByLabel("Text messages").and(page.locator(":checked")).waitFor();
    await host().pass("P1D");
    await host().until(() => host().get("/api/enrollments?status=completed"), found => found.items.length === 1);
    const sent = (await host().get(`/api/contacts/${(await maya()).id}/messages`)).items.filter((one: any) => one.direction === "out").map((one: any) => `${one.channel} ${one.text}`);
    expect(sent.filter((one: string) => !/^sms .*you will get no more texts/.test(one))).toEqual([expect.stringMatching(/^email .*tomorrow/s), expect.stringMatching(/^sms .*Reply C/s)]);
  });

  journey("a link is clicked as the patient, and a workflow hears of it", host, async desk => {
    const { page } = desk;
    await page.goto(`/conversations/${(await maya()).id}`);
    await desk.take(page.getByRole("button", { name: "Click a link" }), "Price list");
    await desk.told("The link was clicked.");
    await page.getByRole("link", { name: "Maya Lindqvist", exact: true }).click();
    await page.getByRole("group", { name: "Tags" }).getByText("curious").waitFor();
  });

  journey("what comes while it is open and seen is read; what somebody marks as unread stays unread", host, async desk => {
    const { page } = desk;
    const { id } = await maya();
    const asked = () => page.waitForResponse(answer => answer.url().endsWith("/conversation") && answer.request().method() === "GET");
    const marked = () => page.waitForRequest(request => request.url().endsWith("/conversation") && request.method() === "PATCH");
    await page.goto(`/conversations/${id}`);
    await page.getByRole("button", { name: "Mark as unread" }).waitFor();
    for (const text of ["One more question", "And another"]) {
      const patched = marked();
      await host().post("/api/sandbox/reply", { contactId: id, text });
      await page.getByRole("list", { name: "Messages" }).getByText(text).waitFor();
      await patched;
      await host().until(() => host().get(`/api/contacts/${id}/conversation`), found => !found.unread);
    }
    await page.getByRole("button", { name: "Mark as unread" }).click();
    await page.getByRole("button", { name: "Mark as read" }).waitFor();
    for (let time = 0; time < 4; time++) await asked();
    expect((await host().get(`/api/contacts/${id}/conversation`)).unread).toBe(true);
    await page.getByRole("button", { name: "Mark as read" }).click();
    await page.getByRole("button", { name: "Mark as unread" }).waitFor();
  });

  journey("one is kept as unread, put into the archive and brought back", host, async desk => {
    const { page } = desk;
    await page.goto(`/conversations/${(await maya()).id}`);
    const list = page.getByRole("navigation", { name: "Conversations" });
    const line = list.getByRole("link", { name: /Maya Lindqvist/ });
    const show = (which: "inbox" | "unread" | "archived") => list.getByRole("combobox", { name: "Show" }).selectOption(which);
    await page.getByRole("button", { name: "Mark as unread" }).click();
    await line.filter({ hasText: "(unread)" }).waitFor();
    await show("unread");
    await line.waitFor();
    await page.getByRole("button", { name: "Mark as read" }).click();
    await line.waitFor({ state: "detached" });
    await show("inbox");
    await line.waitFor();
    await page.getByRole("button", { name: "Archive" }).click();
    await line.waitFor({ state: "detached" });
    await show("archived");
    await line.waitFor();
    await page.getByRole("button", { name: "Back to the inbox" }).click();
    await line.waitFor({ state: "detached" });
    await show("inbox");
    await line.waitFor();
  });
});
