import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axe = (page: Page) => new AxeBuilder({ page });

/** No violation of WCAG 2.2 AA or of good practice, as far as a machine can tell. */
export const accessible = (page: Page, where: string) =>
  none(axe(page).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]), where);

/** The same page in other colours: only what colours can break. */
export const legible = (page: Page, where: string) => none(axe(page).withRules(["color-contrast", "link-in-text-block"]), where);

async function none(rules: AxeBuilder, where: string) {
  const { violations } = await rules.analyze();
  expect(violations.map(v => `${where}: ${v.id} (${v.help}) at ${v.nodes.map(n => n.target.join(" ")).join(" · ")}`)).toEqual([]);
}
