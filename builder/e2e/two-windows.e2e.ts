import { describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { Desk } from "./stage/Desk";
import { hosted, journey } from "./stage/journey";

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
});
