import { describe } from "vitest";
import { hosted, journey } from "./stage/journey";

describe("The server", () => {
  const host = hosted();

  journey("stopped and started while a page is open: it says so, comes back by itself, and nobody signs in again", host, async desk => {
    const { page } = desk;
    desk.expect(/ERR_CONNECTION_REFUSED|Failed to (fetch|load)|net::ERR/);
    await page.getByRole("heading", { level: 1, name: "Workflows" }).waitFor();
    await host().stop();
    await page.getByText("The server is away").waitFor({ timeout: 20_000 });
    await page.getByRole("link", { name: "Contacts" }).click();
    await host().start();
    await page.getByText("The server is away").waitFor({ state: "detached", timeout: 20_000 });
    await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
  });
});
