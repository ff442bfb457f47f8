import type { Page } from "playwright-core";

/** A processor so many times slower than this one: what only works on a quick machine falls over. With AESTHETIX_THROTTLE=6, for example. */
export const throttled = async (page: Page, rate: number) => (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate });
