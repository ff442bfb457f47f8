import type { Page } from "playwright-core";

export interface Person { first: string; last?: string; email: string; mobile?: string }

/** Fills in the consultation form of the demonstration practice, as it stands on a website. */
export async function asks(form: Page, { first, last, email, mobile }: Person) {
  await form.getByLabel("First name").fill(first);
  if (last) await form.getByLabel("Last name").fill(last);
  await form.getByLabel("Email").fill(email);
  if (mobile) await form.getByLabel("Mobile").fill(mobile);
  await form.getByRole("button", { name: "Send" }).click();
  await form.getByText("Thank you.").waitFor();
}
