import { describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";

const most = 300_000;

describe("The first load", () => {
  const host = hosted();

  journey("fetches less than 300 kB, and the second one next to nothing", host, async desk => {
    const { page } = desk;
    const wire = await desk.context.newCDPSession(page);
    await wire.send("Network.enable");
    const paths = new Map<string, string>();
    let bytes = 0;
    wire.on("Network.responseReceived", e => paths.set(e.requestId, new URL(e.response.url).pathname));
    wire.on("Network.loadingFinished", e => { if (!paths.get(e.requestId)?.startsWith("/api/")) bytes += e.encodedDataLength; });
    const load = async () => {
      bytes = 0;
      await page.goto("/workflows");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      return bytes;
    };
    await wire.send("Network.clearBrowserCache");
    const first = await load(), second = await load();
    console.log(`first load ${(first / 1000).toFixed(1)} kB, second ${(second / 1000).toFixed(1)} kB (compressed, without the API's answers)`);
    expect(first).toBeGreaterThan(20_000);
    expect(first).toBeLessThan(most);
    expect(second).toBeLessThan(5_000);
  });
});
