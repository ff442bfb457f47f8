import { describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { Desk } from "./stage/Desk";
import { hosted, journey } from "./stage/journey";
import { published, text } from "./stage/steps";

describe("Two people at one draft", () => {
  const host = hosted();

  journey("the second is told, shown both sides, and loses nothing", host, async desk => {
    desk.expect(/412/);
    const { id } = (await host().get("/api/workflows?search=consultation")).items[0];
    const mine = await Board.open(desk.page, host(), id);
    await mine.fit();
    const other = await Desk.sit(host());
    try {
      const theirs = await Board.open(other.page, host(), id);
      await theirs.fit();
      await theirs.card("One day").dblclick();
      await theirs.field("Name").fill("Their day");
      await theirs.saved();

      await mine.card("Follow up").dblclick();
      await mine.field("Name").fill("My follow-up");
      const dialog = desk.page.getByRole("dialog", { name: "Somebody else saved this draft too" });
      await dialog.getByText("My follow-up").first().waitFor();
      await dialog.getByText("Their day").first().waitFor();
      await dialog.getByRole("button", { name: "Keep both" }).click();
      await dialog.waitFor({ state: "detached" });
      const { steps } = await mine.saved();
      expect([steps.s4.name, steps.s6.name]).toEqual(["Their day", "My follow-up"]);
      // What was kept of mine only is one step back.
      await desk.page.getByRole("button", { name: /^Undo/ }).click();
      await host().until(mine.draft, draft => draft.steps.s4.name === "One day" || draft.steps.s6.name !== "My follow-up");
    } finally {
      await other.leave();
    }
  });

  journey("one person whose saving is slow, and who publishes meanwhile, is in nobody's way", host, async ({ page }) => {
    const id = await published(host(), "Slow", [text("Hello")]);
    const board = await Board.open(page, host(), id);
    await board.fit();
    await board.card("Hello").dblclick();
    const answers: number[] = [];
    let go = () => {}, asked = 0;
    const held = new Promise<void>(done => { go = done; });
    await page.route(`**/api/workflows/${id}/draft`, async route => {
      if (route.request().method() !== "PUT") return route.continue();
      if (asked++ === 0) await held;
      const answer = await route.fetch();
      answers.push(answer.status());
      await route.fulfill({ response: answer });
    });
    const first = page.waitForRequest(request => request.method() === "PUT");
    await board.field("Name").fill("A slow one");
    await first;
    // Both the pause after this and the dialog want to save it, and both wait for the one that is under way.
    await board.field("Name").fill("A slow one, and more");
    await page.evaluate(() => new Promise(done => setTimeout(done, 1_000)));
    await page.locator(".builder-bar").getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog").waitFor();
    go();
    await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).and(page.locator(":enabled")).waitFor();
    expect(answers).toEqual([200, 200]);
    expect((await board.draft()).steps.s1.name).toBe("A slow one, and more");
  });
});
