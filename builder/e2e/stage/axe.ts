import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** No violation of WCAG 2.2 AA or of good practice, as far as a machine can tell. */
export async function accessible(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect(violations.map(v => `${where}: ${v.id} (${v.help}) at ${v.nodes.map(n => n.target.join(" ")).join(" · ")}`)).toEqual([]);
}
