import { describe, expect } from "vitest";
import { accessible, legible } from "./stage/axe";
import { hosted, journey } from "./stage/journey";

describe("What comes next", () => {
  const host = hosted();

  journey("is read out at the front desk, is what then comes, and says what would not go", host, async desk => {
    const { page } = desk;
    const maya = (await host().get("/api/contacts?search=maya")).items[0].id;
    await page.goto(`/contacts/${maya}/automation`);
    const next = page.getByRole("region", { name: "What comes next" });
    await next.getByText("This contact is in no workflow now.").waitFor();

    const workflow = (await host().get("/api/workflows?search=consultation")).items[0].id;
    await host().post(`/api/contacts/${maya}/enrollments`, { workflowId: workflow });
    await host().until(() => host().get(`/api/messages?contactId=${maya}&direction=out`), found => found.items.length === 2);
    await page.reload();
    const lines = next.getByRole("list", { name: "What comes next" }).getByRole("listitem");
    const text = lines.filter({ hasText: "Text" }).first();
    await text.getByRole("link", { name: "Consultation request" }).waitFor();
    await text.getByText("Maya").waitFor();
    await lines.filter({ hasText: "Task for the team" }).waitFor();
    await next.getByText("How far each workflow goes by itself").waitFor();

    for (const [scheme, width] of [["light", 1360], ["dark", 1360], ["light", 390], ["dark", 390]] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 860 });
      await (scheme === "light" ? accessible : legible)(page, `automation, ${scheme}, ${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1360, height: 860 });

    // She asks for no texts on the phone: the list says so by itself.
    await host().api("PATCH", `/api/contacts/${maya}`, { dnd: [{ channel: "sms", reason: "staff", since: new Date().toISOString() }] }, { "If-Match": "*" });
    await text.getByText("Would not go: The contact asked for no texts.").waitFor();
    await host().api("PATCH", `/api/contacts/${maya}`, { dnd: [] }, { "If-Match": "*" });
    await text.getByText("Would not go").waitFor({ state: "detached" });

    const told = (await host().get(`/api/contacts/${maya}/ahead`)).items.filter((item: any) => item.kind === "text" || item.kind === "email");
    await host().pass("P10D");
    const came = await host().until(() => host().get(`/api/messages?contactId=${maya}&direction=out&reveal=true`), found => found.items.length === 2 + told.length);
    expect(came.items.slice(0, told.length).map((message: any) => message.text).sort()).toEqual(told.map((item: any) => item.text).sort());
    await next.getByText("This contact is in no workflow now.").waitFor();
  });
});
