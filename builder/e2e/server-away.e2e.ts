import { describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";

describe("The server", () => {
  const host = hosted();

  journey("stopped and started while a page is open: it says so, comes back by itself, and nobody signs in again", host, async desk => {
    const { page } = desk;
    desk.expect(/ERR_CONNECTION_REFUSED|Failed to (fetch|load)|net::ERR/);
    await page.getByRole("heading", { level: 1, name: "Workflows" }).waitFor();
    await host().stop();
    await page.getByText("The server is away. Nothing can be saved until it is back.").waitFor({ timeout: 20_000 });
    await page.getByRole("link", { name: "Contacts" }).click();
    await host().start();
    await page.getByText("The server is away").waitFor({ state: "detached", timeout: 20_000 });
    await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
  });

  journey("away while a page is opened of which only a style sheet is missing: it says so, and the page opens by itself", host, async desk => {
    const { page } = desk;
    desk.expect(/ERR_FAILED|Failed to (fetch|load)|Unable to preload/);
    await page.getByRole("heading", { level: 1, name: "Workflows" }).waitFor();
    const missing = (url: URL) => url.pathname.endsWith(".css") || url.pathname === "/health/live";
    await page.route(missing, route => route.abort());
    await page.getByRole("link", { name: "Contacts" }).click();
    await page.getByRole("heading", { level: 1, name: "The server is away" }).waitFor();
    await page.unroute(missing);
    await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
  });

  journey("stopped and started while a draft is edited: the edits stay, and are saved when it is back", host, async desk => {
    desk.expect(/ERR_CONNECTION_REFUSED|Failed to (fetch|load)|net::ERR/);
    const { id } = (await host().get("/api/workflows?search=consultation")).items[0];
    const board = await Board.open(desk.page, host(), id);
    await board.card("One day").dblclick();
    await board.field("Name").waitFor();
    await host().stop();
    await board.field("Name").fill("A night");
    await desk.page.getByText("Kept here: the server is away").waitFor();
    await board.card("A night").waitFor();
    await host().start();
    await board.saved();
    expect((await board.draft()).steps.s4.name).toBe("A night");
  });

  journey("stopped while a draft is edited, and the page reloaded before it is back: the edits are there again, and are saved", host, async desk => {
    const { page } = desk;
    desk.expect(/ERR_CONNECTION_REFUSED|Failed to (fetch|load)|net::ERR/);
    const { id } = (await host().get("/api/workflows?search=consultation")).items[0];
    const board = await Board.open(page, host(), id);
    await board.fit();
    await board.card("Follow up").dblclick();
    await board.field("Name").waitFor();
    await host().stop();
    await board.field("Name").fill("After a night");
    await page.getByText("Kept here: the server is away").waitFor();
    // What is served from elsewhere (AESTHETIX_DIST) is there even now.
    await page.reload().catch((error: Error) => expect(error.message).toContain("ERR_CONNECTION_REFUSED"));
    await host().start();
    expect((await board.draft()).steps.s6.name).toBe("Follow up");
    await page.goto(`/workflows/${id}`);
    await board.fit();
    await board.card("After a night").waitFor();
    await host().until(board.draft, draft => draft.steps.s6.name === "After a night");
    await board.saved();
  });
});
