import { describe, expect } from "vitest";
import { hosted, journey } from "./stage/journey";

const count = 500;

/** Ten steps, a fork with two ways of ten, and so on. */
function long() {
  const steps: Record<string, unknown> = {};
  const id = (n: number) => `s${n}`;
  for (let n = 1; n <= count; n++) {
    const next = n < count ? id(n + 1) : null;
    steps[id(n)] = n % 25 === 0 && n + 3 < count
      ? { type: "if", name: `Fork ${n}`, branches: [{ id: "b1", name: "Yes", when: { all: [{ field: "contact.tags", op: "contains", value: "vip" }] }, next: id(n + 1) }], none: { name: "No", next: id(n + 2) } }
      : n % 25 === 1 && n > 1 ? { type: "contact.tag.add", name: `Tag ${n}`, config: { tags: ["vip"] }, next: id(n + 1) }
      : n % 2 ? { type: "sms.send", name: `Text ${n}`, config: { purpose: "care", body: "Hello {{contact.firstName}}" }, next } : { type: "wait.delay", name: `Wait ${n}`, config: { for: "P1D" }, next };
  }
  return { schemaVersion: 1, settings: {}, triggers: [{ id: "t1", type: "form.submitted", filters: { all: [] } }], start: "s1", steps, layout: {}, notes: [] };
}

describe(`A workflow of ${count} steps`, () => {
  const host = hosted();

  journey("opens, is panned and dragged about, and stays whole; how fast is printed", host, async desk => {
    const { page } = desk;
    const { id } = await host().post("/api/workflows", { name: "Long", definition: long() });
    // The app is there already, as when somebody comes from another workflow.
    await page.goto(`/workflows/${(await host().get("/api/workflows?search=consultation")).items[0].id}`);
    await page.locator("button.card-open").first().waitFor();
    const opened = await page.evaluate(async path => {
      const from = performance.now();
      history.pushState(null, "", path);
      dispatchEvent(new PopStateEvent("popstate", { state: null }));
      const long = () => [...document.querySelectorAll("[role=application] button.card-open")].some(card => card.textContent?.includes("Text 1"));
      while (!long()) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - from;
    }, `/workflows/${id}`);

    const frames = async (act: () => Promise<void>) => {
      await page.evaluate(() => {
        const seen: number[] = [];
        (window as any).seen = seen;
        let last = performance.now();
        const tick = (now: number) => { seen.push(now - last); last = now; (window as any).ticking = requestAnimationFrame(tick); };
        (window as any).ticking = requestAnimationFrame(tick);
      });
      await act();
      return page.evaluate(() => { cancelAnimationFrame((window as any).ticking); return ((window as any).seen as number[]).slice(1).sort((a, b) => a - b); });
    };
    const at = (all: number[], share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))]!;
    const { mouse } = page;
    const top = () => page.evaluate(() => [...document.querySelectorAll("button.card-open")].find(card => card.textContent?.includes("Text 1"))?.getBoundingClientRect().top ?? -Infinity);
    const before = await top();
    const pan = await frames(async () => {
      await mouse.move(400, 700); await mouse.down();
      await mouse.move(420, 120, { steps: 60 });
      await mouse.up();
    });
    // As far as the mouse went, or out of what is drawn.
    expect(await top()).toBeLessThan(before - 500);
    const card = await page.evaluate(() => [...document.querySelectorAll("button.card-open")].map(e => e.getBoundingClientRect()).find(r => r.top > 150 && r.bottom < 450 && r.left > 250)!.toJSON() as DOMRect);
    const drag = await frames(async () => {
      await mouse.move(card.x + 40, card.y + 20); await mouse.down();
      await mouse.move(card.x + 300, card.y + 260, { steps: 60 });
      await mouse.up();
    });
    console.log(`${count} steps: opens in ${opened.toFixed(0)} ms; frames while panning p50 ${at(pan, 0.5).toFixed(0)} ms p95 ${at(pan, 0.95).toFixed(0)} ms, while dragging p50 ${at(drag, 0.5).toFixed(0)} ms p95 ${at(drag, 0.95).toFixed(0)} ms`);
    await page.locator(".save-word.saved").waitFor();
    expect(Object.keys((await host().get(`/api/workflows/${id}/draft`)).steps).length).toBe(count);
  }, { timeout: 120_000 });
});
