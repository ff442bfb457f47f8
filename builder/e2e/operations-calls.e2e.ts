import { afterAll, beforeAll, describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";
import { answer, row, said } from "./stage/lists";
import { Receiver } from "./stage/Receiver";
import { call, enrolled, published, stands, tag, text } from "./stage/steps";

describe("What should be looked at", () => {
  const host = hosted();
  let till: Receiver;
  let ada: { contact: string; enrollment: string };
  beforeAll(async () => {
    till = await Receiver.open(host());
    till.answer = 404;
    ada = await enrolled(host(), await published(host(), "Tell the till", [call("Tell it", till.address)]), "Ada");
    await stands(host(), ada.enrollment, "failed");
  });
  afterAll(() => till?.close());

  journey("a call to another system is read, its private values are shown on request, and it is made again", host, async ({ page }) => {
    await page.goto("/operations/webhooks");
    await row(page, "Ada").getByText("404").waitFor();
    await row(page, "Ada").getByRole("button", { name: /^POST / }).click();
    const shown = page.getByRole("dialog", { name: "Call" });
    await shown.getByText("Hidden", { exact: true }).first().waitFor();
    expect(await shown.getByText(/ada\.example|heard/).count()).toBe(0);
    await shown.getByRole("button", { name: "Show what is hidden" }).click();
    await shown.getByText(/ada\.example\..*@patients\.example/).waitFor();
    await shown.getByText("heard").waitFor();
    await answer(page, "Close");
    expect((await host().get("/api/audit?action=data.revealed")).items).toHaveLength(1);

    till.answer = 200;
    await row(page, "Ada").getByRole("button", { name: /again$/ }).click();
    await said(page, "Called again: 200.");
    await page.getByRole("cell", { name: "200" }).waitFor();
    expect(till.got).toHaveLength(2);
    expect(till.got[1].id).toBe(till.got[0].id);
  });

  journey("a workflow that names a tag that is gone is marked, and left as it is on purpose", host, async ({ page }) => {
    await published(host(), "Regulars", [tag("Mark them", "regular")]);
    await host().post("/api/tags/delete", { tag: "regular" });
    await page.goto("/operations/review");
    const regulars = page.getByRole("region", { name: "Regulars" });
    await regulars.getByText(/The tag “regular” was deleted/).waitFor();
    await regulars.getByRole("button", { name: "Acknowledge" }).click();
    await said(page, "Left as it is.");
    await regulars.waitFor({ state: "detached" });
    expect((await host().get("/api/audit?action=workflow.review.acknowledged")).items).toHaveLength(1);
  });

  journey("a text that could not be written is found from the overview, with its reason, although the workflow went on", host, async ({ page }) => {
    await host().noon();
    const gus = await enrolled(host(), await published(host(), "Company news", [text("News", "How is {{contact.company}}?")]), "Gus");
    await stands(host(), gus.enrollment, "completed");
    await page.goto("/operations");
    await page.getByRole("button", { name: /^Not sent today\s*1$/ }).click();
    await page.waitForURL("**/operations/messages");
    await row(page, "Gus").getByText("The text uses a value that was not there: contact.company.").waitFor();
    await row(page, "Gus").getByRole("link", { name: "Company news" }).waitFor();
    await row(page, "Gus").getByRole("link", { name: "Read it in Conversations" }).click();
    await page.getByText("Nothing was sent.").waitFor();
    await page.getByText("contact.company").waitFor();
  });

  journey("a message of whose fate nobody can be sure is listed with its contact, and led to", host, async ({ page }) => {
    const fay = await enrolled(host(), await published(host(), "Hello", [text("Hello")]), "Fay");
    const [message] = await host().until(() => host().get(`/api/messages?contactId=${fay.contact}`).then(found => found.items), found => found.length === 1);
    await page.goto("/operations/messages?status=unknown");
    await page.getByText("Every message is known to have gone or not.").waitFor();
    // The provider of these tests always knows, so the answer is put together here.
    await page.route("**/api/messages?status=unknown*", route => route.fulfill({ json: { items: [{ ...message, status: "unknown", code: "outbound.broken" }] } }));
    await page.reload();
    await row(page, "Fay").getByText("The connection broke before an answer came.").waitFor();
    await row(page, "Fay").getByRole("link", { name: "Read it in Conversations" }).click();
    await page.getByText("Hello Fay").first().waitFor();
  });
});
