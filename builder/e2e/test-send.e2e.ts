import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { accessible } from "./stage/axe";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";

describe("A test of a message", () => {
  const host = hosted();
  const outbox = async () => (await readFile(host().outbox, "utf8").catch(() => "")).split("\n").filter(Boolean).map(line => JSON.parse(line));

  journey("goes to one's own phone and mailbox, filled in for a contact, and to no patient", host, async desk => {
    const { page } = desk;
    await host().form({ firstName: "Ada", lastName: "Hart", email: "ada@hart.example", phone: "212-555-0199" });
    const ada = (await host().until(() => host().get("/api/contacts?search=ada"), found => found.items.length === 1)).items[0].id;
    await host().until(() => host().get(`/api/messages?contactId=${ada}`), found => found.items.length === 2);

    const board = await Board.create(page, host(), "Welcome");
    await board.first("Send text");
    await board.fill({ Message: "Hi {{contact.firstName}}, thank you for {{form.wish}}" });
    await board.field("Purpose").selectOption({ index: 1 });
    await board.panel.getByRole("button", { name: "Send a test" }).click();
    const dialog = page.getByRole("dialog", { name: "Send a test" });

    // An address of the wrong kind is named where it stands.
    await dialog.getByLabel("Your phone number").fill("me@glow.example");
    desk.expect(/status of 4\d\d/);
    await dialog.getByRole("button", { name: "Send", exact: true }).click();
    await dialog.getByText("A phone number: the step sends a text.").waitFor();
    expect(await dialog.getByLabel("Your phone number").getAttribute("aria-invalid")).toBe("true");

    await dialog.getByLabel("Your phone number").fill("(212) 555-0142");
    await dialog.getByLabel("Filled in for", { exact: true }).selectOption({ label: "Ada Hart" });
    await dialog.getByRole("button", { name: "Send", exact: true }).click();
    await dialog.getByRole("status").getByText("Sent to +12125550142").waitFor();
    await dialog.getByText("[Test] Hi Ada, thank you for {{form.wish}}").waitFor();
    await dialog.getByText("Without a value, so a patient would not get it:").waitFor();
    await accessible(page, "a test that was sent");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    // Without saving anything by hand, the newest words go.
    await board.fill({ Message: "Hi {{contact.firstName}}, see you soon" });
    await board.panel.getByRole("button", { name: "Send a test" }).click();
    expect(await dialog.getByLabel("Your phone number").inputValue()).toBe("(212) 555-0142");
    await page.keyboard.press("Enter");
    await dialog.getByText("[Test] Hi Ada, see you soon").waitFor();
    expect(await dialog.getByText("Without a value").count()).toBe(0);

    // Whoever wants no texts gets no test.
    await host().post("/api/sandbox/reply", { contactId: ada, text: "STOP" });
    await host().until(() => host().get(`/api/contacts/${ada}`), found => found.dnd.length === 1);
    await dialog.getByLabel("Your phone number").fill("212-555-0199");
    await dialog.getByRole("button", { name: /^Send/ }).click();
    await dialog.getByText("The contact asked for no texts. No test goes there.").waitFor();
    await page.keyboard.press("Escape");

    expect((await outbox()).filter(line => line.effect?.startsWith("test/")).map(line => [line.to, line.text])).toEqual([
      ["+12125550142", expect.stringContaining("{{form.wish}}")], ["+12125550142", expect.stringMatching(/^\[Test\] Hi Ada, see you soon/)]]);
    expect((await host().get(`/api/messages?contactId=${ada}`)).items.filter((m: { workflowId?: string }) => m.workflowId === board.id)).toEqual([]);
  });

  journey("of an email is shown as it renders, in light and dark", host, async desk => {
    const { page } = desk;
    const board = await Board.create(page, host(), "Newsletter");
    await board.first("Send email");
    await board.fill({ Subject: "Your visit", Message: "Dear {{contact.firstName}},\n\nsee you soon." });
    await board.field("Purpose").selectOption({ index: 1 });
    await board.panel.getByRole("button", { name: "Send a test" }).click();
    const dialog = page.getByRole("dialog", { name: "Send a test" });
    await dialog.getByLabel("Your email address").fill("me@glow.example");
    await page.keyboard.press("Enter");
    await dialog.getByRole("status").getByText("Sent to me@glow.example").waitFor();
    await dialog.getByText("[Test] Your visit").waitFor();
    await dialog.frameLocator("iframe").getByText("Dear Anna,").waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    await accessible(page, "a test in the dark");
  });
});
