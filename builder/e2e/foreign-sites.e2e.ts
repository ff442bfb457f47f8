import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";

// A page of somebody else: of another site, and of another port of this machine, with which cookies are shared.
describe("A page of another site", () => {
  const host = hosted();
  let evil: Server, port = 0;
  beforeAll(async () => {
    evil = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<!doctype html><title>A prize</title>")).listen(0, "127.0.0.1");
    await new Promise(done => evil.once("listening", done));
    port = (evil.address() as { port: number }).port;
  });
  afterAll(() => { evil.close(); });

  for (const [where, name] of [["localhost", "another site"], ["127.0.0.1", "another port of this machine"]] as const)
    journey(`changes nothing and reads nothing, from ${name}`, host, async desk => {
      const { page } = desk;
      desk.expect(/blocked by CORS policy/, /net::ERR_FAILED/, /status of 40[13]/, /frame-ancestors|X-Frame-Options/i, /favicon\.ico/);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      const before = (await host().get("/api/contacts?limit=200")).items.length;
      await page.goto(`http://${where}:${port}/`);
      const tried = await page.evaluate(async api => {
        const attempt = (path: string, init: RequestInit) => fetch(api + path, { credentials: "include", ...init }).then(async a => `${a.type} ${a.status} ${(await a.text()).length}`, () => "blocked");
        const body = JSON.stringify({ firstName: "Mallory" });
        return [
          await attempt("/api/contacts", { method: "POST", mode: "no-cors", headers: { "Content-Type": "text/plain" }, body }),
          await attempt("/api/contacts", { method: "POST", headers: { "Content-Type": "application/json", "X-Aesthetix-Builder": "1" }, body }),
          await attempt("/api/contacts", {}),
          await attempt("/session", { method: "DELETE", headers: { "X-Aesthetix-Builder": "1" } }),
        ];
      }, host().address);
      expect(tried).toEqual(["opaque 0 0", "blocked", "blocked", "blocked"]);

      // A form, which needs nobody's leave.
      await page.setContent(`<form method="post" action="${host().address}/api/contacts" enctype="text/plain"><input name='{"firstName":"Mallory","x":"' value='"}'><button>Win</button></form>`);
      const [answer] = await Promise.all([page.waitForResponse(r => r.url().endsWith("/api/contacts")), page.getByRole("button").click()]);
      expect([401, 403]).toContain(answer.status());
      expect((await host().get("/api/contacts?limit=200")).items.length).toBe(before);

      // The app shows itself in nobody else's frame.
      await page.goto(`http://${where}:${port}/`);
      const refused = page.waitForEvent("console", message => /frame-ancestors|X-Frame-Options/i.test(message.text()));
      await page.setContent(`<iframe src="${host().address}/workflows" title="x"></iframe>`);
      await refused;
      expect(await page.frameLocator("iframe").getByRole("heading").count()).toBe(0);
    });
});
