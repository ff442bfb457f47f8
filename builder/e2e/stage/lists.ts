import type { Locator, Page } from "playwright-core";

// What a person does with a row of a list.

export const row = (page: Page | Locator, words: string) => page.getByRole("row").filter({ hasText: words });

/** Opens the row's menu and takes an entry of it. */
export async function take(page: Page, of: string, what: string) {
  await row(page, of).getByRole("button", { name: /^(What can be done with|More for)/ }).click();
  await page.getByRole("menuitem", { name: what }).click();
}

/** What the corner of the page says. */
export const said = (page: Page, words: string | RegExp) => page.getByRole("status").getByText(words).or(page.locator(".toast").getByText(words)).first().waitFor();

/** Presses a button of the dialog in front, and waits until the dialog is gone. */
export async function answer(page: Page, button: string) {
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog")).last();
  const title = await dialog.getByRole("heading").first().textContent();
  // The cross in the corner is called Close too.
  await dialog.getByRole("button", { name: button, exact: true }).last().click();
  await page.getByRole("heading", { name: title!, exact: true }).and(page.locator("h2")).waitFor({ state: "detached" });
}
