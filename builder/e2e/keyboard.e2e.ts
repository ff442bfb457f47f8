import { describe, expect } from "vitest";
import { down } from "./stage/Board";
import { hosted, journey } from "./stage/journey";

describe("With the keyboard alone", () => {
  const host = hosted();

  journey("a whole workflow is made, built, reordered, undone and published", host, async desk => {
    const { keyboard } = desk.page;
    const page = desk.page;
    /** Where the focus is, as it is read out; nowhere, while nothing one can press or fill in has it. */
    const at = () => page.evaluate(() => {
      const e = document.activeElement;
      if (!e?.matches("a, button, input, select, textarea")) return "";
      return e.getAttribute("aria-label") ?? (e as HTMLInputElement).labels?.[0]?.textContent ?? e.textContent?.trim() ?? "";
    });
    const tabTo = async (name: RegExp, key = "Tab") => {
      // A page that is still being drawn has nothing to walk through.
      await page.getByRole("button", { name }).or(page.getByLabel(name)).first().waitFor();
      for (let i = 0; i < 80; i++) { if (name.test(await at())) return; await keyboard.press(key); }
      throw new Error(`${name} is not reached; at last: ${await at()}`);
    };
    const choose = async (words: string) => {
      await page.getByRole("combobox", { name: "Search" }).waitFor();
      await keyboard.type(words);
      await page.getByRole("option").filter({ hasText: new RegExp(words, "i") }).first().waitFor();
      await keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.closest("aside"));
    };
    const fill = async (label: RegExp, value: string) => { await tabTo(label); await keyboard.press("ControlOrMeta+a"); await keyboard.type(value); };
    const close = async () => { await keyboard.press("Escape"); await page.getByRole("complementary").waitFor({ state: "detached" }); };
    const drawn = () => page.locator(".save-word.saved").waitFor();

    await page.getByRole("heading", { level: 1, name: "Workflows" }).waitFor();
    await tabTo(/^Create workflow$/);
    await keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await keyboard.type("By keyboard");
    await keyboard.press("Enter");
    await page.waitForURL(/\/workflows\/wf_/);
    const id = new URL(page.url()).pathname.split("/")[2]!;

    await tabTo(/Add a trigger/);
    await keyboard.press("Enter");
    await choose("Form submitted");
    await close();
    await keyboard.press("ArrowDown");
    await tabTo(/Add the first step|First step/);
    await keyboard.press("Enter");
    await choose("Send text message");
    await fill(/^Name \(optional\)/, "Hello");
    await fill(/^Message$/, "Hello there");
    await close();
    await keyboard.press("+");
    await choose("Wait for a time");
    await fill(/^Name \(optional\)/, "Two days");
    await fill(/^How long/, "2");
    await close();
    await keyboard.press("+");
    await choose("Add task");
    await fill(/^Name \(optional\)/, "Call");
    await fill(/^Task$/, "Call them");
    await close();
    await drawn();
    const names = async () => down(await host().get(`/api/workflows/${id}/draft`));
    expect(await names()).toEqual(["Hello", "Two days", "Call"]);

    await keyboard.press("Alt+ArrowUp");
    await host().until(names, list => list[1] === "Call");
    await keyboard.press("ControlOrMeta+z");
    await host().until(names, list => list[1] === "Two days");
    await keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await keyboard.press("Escape");

    await tabTo(/^Publish$/, "Shift+Tab");
    await keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).and(page.locator(":enabled")).waitFor();
    await tabTo(/^Publish$/);
    await keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect((await host().get(`/api/workflows/${id}`)).status).toBe("published");
  }, { timeout: 120_000 });
});
