import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import type { Host } from "./Host";
import { slow } from "./slow";
import { throttled } from "./throttled";
import { unbuilt } from "./unbuilt";

const pictures = join(import.meta.dirname, "../../../artifacts/e2e");
let browser: Promise<Browser> | undefined;

/** One browser for all; each test has a window of its own in it. */
export const open = () => browser ??= chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
export const shut = async () => { await (await browser)?.close(); browser = undefined; };

/** A person at the front desk, in front of a browser window. */
export class Desk {
  /** What the browser complained of: errors, refused scripts and styles. */
  readonly trouble: string[] = [];
  private expected: RegExp[] = [];
  private constructor(readonly host: Host, readonly context: BrowserContext, readonly page: Page) {}

  static async sit(host: Host, signedIn = true) {
    const context = await (await open()).newContext({ baseURL: host.address, viewport: { width: 1360, height: 860 }, reducedMotion: "reduce" });
    context.setDefaultTimeout(30_000);
    if (process.env["AESTHETIX_DIST"]) await unbuilt(context, host.address);
    if (process.env["AESTHETIX_SLOW"]) await slow(context, Number(process.env["AESTHETIX_SLOW"]));
    const desk = new Desk(host, context, await context.newPage());
    desk.watch(desk.page);
    if (process.env["AESTHETIX_THROTTLE"]) await throttled(desk.page, Number(process.env["AESTHETIX_THROTTLE"]));
    if (signedIn) {
      await desk.page.goto(await host.link());
      await desk.page.waitForURL("**/workflows");
    }
    return desk;
  }

  watch(page: Page) {
    page.on("console", message => { if (message.type() === "error" || /Content.Security.Policy/i.test(message.text())) this.trouble.push(`${message.text()} (${message.location().url})`); });
    page.on("pageerror", error => this.trouble.push(`${error.name}: ${error.message} ${error.stack ?? ""}`));
  }

  /** To another place of the app, by the list at the side. */
  async go(place: string) {
    await this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();
    await this.page.getByRole("heading", { level: 1, name: place }).waitFor();
  }

  /** Opens a menu and takes what it offers. */
  async take(menu: Locator, item: string | RegExp) {
    await menu.click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** A dialog that a press of this button opens; to be filled in, and gone once `press` was pressed in it. */
  async ask(open: Locator, fill: (dialog: Locator) => Promise<unknown>, press: string) {
    await open.click();
    const dialog = this.page.getByRole("dialog");
    await fill(dialog);
    await dialog.getByRole("button", { name: press, exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Until the app has said so in its corner. */
  told = (words: string | RegExp) => this.page.locator(".toast").filter({ hasText: words }).first().waitFor();

  /** A second window of the same person. */
  async another(path: string) {
    const page = await this.context.newPage();
    this.watch(page);
    await page.goto(path);
    return page;
  }

  /** The browser complains of a refused request even where that is what is tried. */
  expect(...complaints: RegExp[]) { this.expected.push(...complaints); }

  calm() { expect(this.trouble.filter(text => !this.expected.some(complaint => complaint.test(text)))).toEqual([]); }

  async picture(name: string) {
    await mkdir(pictures, { recursive: true });
    for (const [at, page] of this.context.pages().entries())
      await page.screenshot({ path: join(pictures, `${name.replace(/[^a-z0-9]+/gi, "-")}${at ? `-${at + 1}` : ""}.png`) }).catch(() => {});
  }

  leave = () => this.context.close();
}
