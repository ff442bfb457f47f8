import { describe, expect } from "vitest";
import { accessible } from "./stage/axe";
import { hosted, journey } from "./stage/journey";

describe("The inbox", () => {
  const host = hosted();

  journey("shows who wrote last, counts the unread, and finds people by name", host, async desk => {
    const { page } = desk;
    // A page holds 50: some of these stand on the second.
    const people = Array.from({ length: 55 }, (_, n) => ({ firstName: `Pat${String(n).padStart(2, "0")}`, lastName: "Many", email: `pat${n}@many.example` }));
    for (const person of people) await host().form(person);
    await host().form({ firstName: "Ada", lastName: "Hart", email: "ada@hart.example", phone: "212-555-0199" });
    // Each got an email, and Ada a text too: nobody writes later than Pat.
    await host().until(() => host().get("/api/messages?direction=out&limit=200"), found => found.items.length === people.length + 2);
    const pat = (await host().get("/api/contacts?search=pat07")).items[0].id;
    await host().post("/api/sandbox/reply", { contactId: pat, text: "Is Tuesday possible?", channel: "email" });
    await host().until(() => host().get("/api/conversations"), found => found.items[0]?.contactId === pat && found.unread === 1);

    const asked: string[] = [];
    page.on("request", request => { if (/\/api\/(messages|contacts\/[^?]+\/(conversation|messages))/.test(request.url())) asked.push(request.url()); });
    await page.goto("/conversations");
    const list = page.getByRole("navigation", { name: "Conversations" });
    const rows = list.getByRole("listitem");
    await rows.first().getByText("Pat07 Many").waitFor();
    await rows.first().getByText("Is Tuesday possible?").waitFor();
    expect(await rows.count()).toBe(50);
    // One question to the API for all of it.
    expect(asked).toEqual([]);
    await list.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => rows.count()).toBe(56);

    expect(await list.getByLabel("Show").locator("option").allTextContents()).toEqual(["All", "Unread (1)", "Archive"]);
    await list.getByLabel("Show").selectOption("unread");
    await expect.poll(() => rows.count()).toBe(1);
    await accessible(page, "the unread");

    // Reading it takes it out of the unread; the archive has it once it was put there.
    await rows.first().getByRole("link").click();
    await page.waitForURL(`**/conversations/${pat}`);
    await list.getByText("Everything has been read.").waitFor();
    const talk = page.getByRole("region", { name: "Conversation with Pat07 Many" });
    await talk.getByRole("button", { name: "Archive" }).click();
    await talk.getByRole("button", { name: "Back to the inbox" }).waitFor();
    await list.getByLabel("Show").selectOption("archived");
    await rows.first().getByText("Pat07 Many").waitFor();

    await list.getByLabel("Show").selectOption("inbox");
    await list.getByLabel("Search by name").fill("hart");
    await expect.poll(() => rows.count()).toBe(1);
    await rows.first().getByText("Ada Hart").waitFor();
    await list.getByLabel("Search by name").fill("nobody at all");
    await list.getByText("Nobody here is called “nobody at all”.").waitFor();
  });
});
