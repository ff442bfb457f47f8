import { describe, expect } from "vitest";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";

describe("A draft that is changed in words", () => {
  const host = hosted();

  journey("is shown as it would be, changed on the canvas, saved, and taken back by Undo", host, async ({ page }) => {
    const { id } = (await host().get("/api/workflows?search=consultation")).items[0];
    const board = await Board.open(page, host(), id);
    const day = async () => (await board.draft()).steps.s4;
    expect(await day()).toMatchObject({ name: "One day", config: { for: "P1D" } });
    await board.fit();
    // A change that is not saved yet goes along.
    await board.card("Follow up").dblclick();
    await board.field("Name").fill("My follow-up");

    await page.getByRole("button", { name: "Change using AI" }).click();
    const dialog = page.getByRole("dialog", { name: "Change using AI" });
    await dialog.getByRole("button", { name: "Make the first wait two days." }).click();
    await dialog.getByLabel("What should be different?").pressSequentially(" And sing them a song.");
    await dialog.getByRole("button", { name: "Show the change" }).click();
    await dialog.getByRole("heading", { name: "What changes" }).waitFor();
    await dialog.getByText(/sing them a song/i).first().waitFor();
    expect(await day()).toMatchObject({ config: { for: "P1D" } });
    // The words are still there for whoever wants them otherwise.
    await dialog.getByRole("button", { name: "Change the words" }).click();
    await dialog.getByLabel("What should be different?").fill("Make the first wait two days.");
    await dialog.getByRole("button", { name: "Show the change" }).click();
    await dialog.getByRole("button", { name: "Change the draft" }).click();
    await dialog.waitFor({ state: "detached" });

    const { steps } = await host().until(board.draft, draft => draft.steps.s4.config.for === "P2D");
    expect(steps.s6.name).toBe("My follow-up");
    await page.getByRole("button", { name: "Undo: Changed using AI: Make the first wait two days." }).click();
    const back = await host().until(board.draft, draft => draft.steps.s4.config.for === "P1D");
    expect(back.steps.s6.name).toBe("My follow-up");
  });

  journey("stays as it is when nothing of the words was understood", host, async desk => {
    desk.expect(/422/);
    const { page } = desk;
    const { id } = (await host().get("/api/workflows?search=consultation")).items[0];
    const board = await Board.open(page, host(), id);
    const before = await board.draft();
    await page.getByRole("button", { name: "Change using AI" }).click();
    const dialog = page.getByRole("dialog", { name: "Change using AI" });
    await dialog.getByLabel("What should be different?").fill("Lorem ipsum dolor sit amet.");
    await dialog.getByRole("button", { name: "Show the change" }).click();
    await dialog.getByRole("alert").or(dialog.getByText("Nothing would be different.")).first().waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await board.draft()).toEqual(before);
  });
});
