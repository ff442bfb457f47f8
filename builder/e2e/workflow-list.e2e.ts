import { readFile, writeFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { Board, down } from "./stage/Board";
import type { Desk } from "./stage/Desk";
import { hosted, journey } from "./stage/journey";

describe("The list of workflows", () => {
  const host = hosted();
  const row = ({ page }: Desk, name: string) => page.getByRole("row").filter({ has: page.getByText(name, { exact: true }) });
  const menu = (desk: Desk, name: string, item: string) => desk.take(row(desk, name).getByRole("button", { name: `What can be done with ${name}` }), item);
  const names = ({ page }: Desk) => async () => (await page.getByRole("row").locator(".workflow-name > :first-child").allTextContents()).join();

  journey("one is copied, renamed, put into a folder, found, deleted and restored", host, async desk => {
    const { page } = desk;
    await page.goto("/workflows");
    await menu(desk, "No-show recovery", "Duplicate");
    await menu(desk, "No-show recovery (copy)", "Rename");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Missed visits");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await row(desk, "Missed visits").getByText("Draft", { exact: true }).waitFor();
    await menu(desk, "Missed visits", "Move to folder");
    await dialog.getByLabel("Folder").fill("Visits");
    await dialog.getByRole("button", { name: "Move" }).click();
    await desk.told("Moved to Visits.");

    await page.getByRole("combobox", { name: "Folder" }).selectOption("Visits");
    await host().until(names(desk), found => found === "Missed visits");
    await page.getByRole("combobox", { name: "Folder" }).selectOption("All");
    await page.getByRole("searchbox", { name: "Search workflows" }).fill("no-show");
    await host().until(names(desk), found => found === "No-show recovery");
    await page.getByRole("searchbox", { name: "Search workflows" }).fill("");
    await page.getByRole("combobox", { name: "State" }).selectOption("Draft");
    await host().until(names(desk), found => found === "Missed visits");
    await page.getByRole("combobox", { name: "State" }).selectOption("All");
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("Name");
    await host().until(names(desk), found => found === "Consultation request,Missed visits,No-show recovery,Visit reminders");

    await menu(desk, "Missed visits", "Delete");
    await dialog.getByRole("button", { name: "Delete" }).click();
    await row(desk, "Missed visits").waitFor({ state: "detached" });
    await page.getByRole("combobox", { name: "State" }).selectOption("Deleted");
    await host().until(names(desk), found => found === "Missed visits");
    await menu(desk, "Missed visits", "Restore");
    await page.getByText("What you delete stays here and can be restored.").waitFor();
    await page.getByRole("combobox", { name: "State" }).selectOption("All");
    await row(desk, "Missed visits").getByText("Visits", { exact: true }).waitFor();
  });

  journey("one goes into a file and comes back, with what it refers to matched to what there is here", host, async desk => {
    const { page } = desk;
    const { id } = await host().post("/api/workflows", { recipe: "new-lead", name: "Leads" });
    await page.goto("/workflows");
    const [file] = await Promise.all([page.waitForEvent("download"), menu(desk, "Leads", "Export")]);
    expect(file.suggestedFilename()).toBe("leads.json");
    // At the practice that it comes from, somebody else calls leads.
    const path = `${await file.path()}.json`;
    await writeFile(path, (await readFile(await file.path(), "utf8")).replaceAll("usr_frontdesk", "usr_elsewhere").replaceAll("Nora Fields", "Nobody Known"));

    await page.getByRole("button", { name: "Import" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("File").setInputFiles({ name: "notes.json", mimeType: "application/json", buffer: Buffer.from('{"hello":1}') });
    await dialog.getByText("This is not a workflow that was exported.").waitFor();
    await dialog.getByLabel("File").setInputFiles(path);
    await dialog.getByLabel("Name").fill("Leads again");
    await dialog.getByLabel("Nobody Known").selectOption("Theo Blum");
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await dialog.getByText("Leads again is here, as a draft.").waitFor();
    await dialog.getByRole("listitem").filter({ hasText: "Consultations" }).getByLabel("Found").first().waitFor();
    expect(await dialog.getByLabel("Not found").count()).toBe(0);
    await dialog.getByRole("button", { name: "Open it" }).click();
    const board = new Board(page, host(), (await page.waitForURL(/\/workflows\/wf_/), new URL(page.url()).pathname.split("/")[2]!));
    await board.card("We have your request").waitFor();
    const [mine, theirs] = [await board.draft(), await host().get(`/api/workflows/${id}/draft`)];
    expect(mine.steps.owner.config.users).toEqual(["usr_frontdesk2"]);
    expect(down(mine)).toEqual(down(theirs));
  });

  journey("one is drafted from a sentence, with what was assumed and what was not understood, and opened", host, async desk => {
    const { page } = desk;
    await page.goto("/workflows");
    await page.getByRole("button", { name: "Build using AI" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^When someone submits the consultation form/ }).click();
    await dialog.getByLabel("What should happen?").pressSequentially(" Then sing them a song.");
    await dialog.getByRole("button", { name: "Draft it" }).click();
    await dialog.getByRole("heading", { name: "Decided for you" }).waitFor();
    await dialog.getByRole("heading", { name: "Not understood" }).waitFor();
    await dialog.getByText(/sing them a song/i).first().waitFor();
    // The words are still there for whoever wants them otherwise.
    await dialog.getByRole("button", { name: "Change the words" }).click();
    const words = dialog.getByLabel("What should happen?");
    await words.fill((await words.inputValue()).replace(" Then sing them a song.", ""));
    await dialog.getByRole("button", { name: "Draft it" }).click();
    await dialog.getByRole("heading", { name: "The steps" }).waitFor();
    expect(await dialog.getByRole("heading", { name: "Not understood" }).count()).toBe(0);
    await dialog.getByLabel("Name").fill("From a sentence");
    await dialog.getByRole("button", { name: "Make this draft and open it" }).click();
    await page.waitForURL(/\/workflows\/wf_/);
    const board = new Board(page, host(), new URL(page.url()).pathname.split("/")[2]!);
    await board.canvas.getByRole("button", { name: /^Send a text right away/ }).waitFor();
    expect(Object.values((await board.draft()).steps as Record<string, { type: string }>).map(step => step.type)).toEqual(expect.arrayContaining(["sms.send", "wait.delay", "email.send", "task.add", "goal"]));
    expect(await host().get(`/api/workflows/${board.id}`)).toMatchObject({ name: "From a sentence", status: "draft", version: 0 });
  });
});
