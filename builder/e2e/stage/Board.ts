import type { Page } from "playwright-core";
import type { Host } from "./Host";

/** The builder's canvas, as a person with a mouse uses it. */
export class Board {
  readonly panel;
  constructor(readonly page: Page, readonly host: Host, readonly id: string) { this.panel = page.getByRole("complementary"); }

  /** A workflow that is there already. */
  static async open(page: Page, host: Host, id: string) {
    await page.goto(`/workflows/${id}`);
    const board = new Board(page, host, id);
    await board.canvas.waitFor();
    return board;
  }

  /** A new one, by the button on the list. */
  static async create(page: Page, host: Host, name: string) {
    await page.goto("/workflows");
    await page.getByRole("button", { name: "Create workflow" }).first().click();
    await page.getByRole("dialog").getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Create and open" }).click();
    await page.waitForURL(/\/workflows\/wf_/);
    const board = new Board(page, host, new URL(page.url()).pathname.split("/")[2]!);
    await board.canvas.waitFor();
    return board;
  }

  get canvas() { return this.page.getByRole("application", { name: "Workflow canvas" }); }
  /** A step, by the beginning of its name. */
  card = (name: string) => this.canvas.locator("button.card-open").filter({ hasText: name }).first();
  plus = (after: string) => this.canvas.getByRole("button", { name: `Add a step ${after}` });
  field = (label: string) => this.panel.getByLabel(new RegExp(`^${label.replace(/[?().*+]/g, "\\$&")}( \\(optional\\))?$`));

  /** Searches in what can be added, and takes the first. */
  async choose(search: string) {
    const words = this.page.getByRole("dialog").getByRole("combobox", { name: "Search" });
    await words.fill(search);
    await this.page.getByRole("option").filter({ hasText: new RegExp(search, "i") }).first().waitFor();
    await words.press("Enter");
    await this.panel.waitFor();
  }

  async trigger(search: string) {
    await this.canvas.getByRole("button", { name: /^Add (a|another) trigger/ }).click();
    await this.choose(search);
  }

  async step(where: string, search: string) {
    await this.fit();
    await this.plus(where).click();
    await this.choose(search);
  }

  async first(search: string) {
    await this.canvas.getByRole("button", { name: "Add the first step" }).click();
    await this.choose(search);
  }

  /** The whole of it on the screen, with nothing in front. */
  async fit() {
    const map = this.canvas.getByRole("button", { name: "Map" });
    // Beside an open panel there is neither the map nor its button.
    if (await map.isVisible() && await map.getAttribute("aria-pressed") === "true") await map.click();
    await this.canvas.getByRole("button", { name: "Fit to screen" }).click();
    await this.page.waitForTimeout(350);
  }

  async fill(fields: Record<string, string>) {
    for (const [label, value] of Object.entries(fields)) await this.field(label).fill(value);
  }

  /** Until the draft on the server is what is drawn. */
  async saved() {
    await this.page.locator(".save-word.saved").waitFor();
    return this.draft();
  }

  draft = () => this.host.get(`/api/workflows/${this.id}/draft`);

  /** By the dialog, and what becomes of those inside where it asks. */
  async publish(inside?: "Finish as they began" | "Move to the new version" | "Leave the workflow") {
    await this.saved();
    await this.page.locator(".builder-bar").getByRole("button", { name: "Publish", exact: true }).click();
    const dialog = this.page.getByRole("dialog");
    if (inside) await dialog.getByLabel(inside).check();
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Drags a step onto the plus after another one. */
  async drag(step: string, after: string) {
    const [from, to] = [(await this.card(step).boundingBox())!, (await this.plus(after).boundingBox())!];
    const { mouse } = this.page;
    await mouse.move(from.x + 40, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(from.x + 60, from.y + from.height / 2 + 20, { steps: 4 });
    await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
    await this.canvas.locator(".plus.drop").waitFor();
    await mouse.up();
  }
}

/** The names of the steps from the start on, down the first way at each fork. */
export function down(draft: { start: string; steps: Record<string, { name?: string; type: string; next?: string | null; branches?: { next?: string | null }[] }> }) {
  const names: string[] = [];
  for (let at: string | null | undefined = draft.start; at && names.length < 100;) {
    const step: (typeof draft.steps)[string] = draft.steps[at]!;
    names.push(step.name ?? step.type);
    at = step.branches ? step.branches[0]!.next : step.next;
  }
  return names;
}
