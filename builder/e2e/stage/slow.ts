import type { BrowserContext } from "playwright-core";

/** A line on which every answer is up to so many ms late, each by another time: what only works with a fast server falls over.
 *  With AESTHETIX_SLOW=400, for example. The browser keeps nothing meanwhile, so what first-load says then is not so. */
export const slow = (context: BrowserContext, ms: number) => context.route("**/*", async route => {
  await new Promise(late => setTimeout(late, Math.random() * ms));
  // The window may be closed meanwhile.
  await route.fallback().catch(() => {});
});
