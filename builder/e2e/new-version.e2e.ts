import { beforeAll, describe } from "vitest";
import { Board } from "./stage/Board";
import { hosted, journey } from "./stage/journey";

describe("A published workflow with three contacts inside", () => {
  const host = hosted();

  const inside = async () => {
    const { id } = (await host().get("/api/workflows?search=consultation")).items[0];
    return { id: id as string, waiting: async () => (await host().get(`/api/enrollments?workflowId=${id}&status=waiting`)).items as any[] };
  };
  beforeAll(async () => {
    for (const i of [1, 2, 3]) await host().form({ firstName: `Inside ${i}`, email: `inside${i}@patients.example` });
    const { waiting } = await inside();
    await host().until(waiting, found => found.length === 3);
  });

  for (const [choice, fits] of [
    ["Finish as they began", (found: any[]) => found.length === 3 && found.every(e => e.version === 1)],
    ["Move to the new version", (found: any[]) => found.length === 3 && found.every(e => e.version === 3)],
    ["Leave the workflow", (found: any[]) => found.length === 0],
  ] as const)
    journey(`is changed, and they ${choice.toLowerCase()}`, host, async desk => {
      const { id, waiting } = await inside();
      const board = await Board.open(desk.page, host(), id);
      await board.fit();
      await board.card("Follow up").dblclick();
      await board.fill({ Name: `Follow up: ${choice}` });
      await board.saved();
      await desk.page.locator(".builder-bar").getByRole("button", { name: "Publish", exact: true }).click();
      const dialog = desk.page.getByRole("dialog");
      await dialog.getByText("3 contacts are inside now").waitFor();
      await dialog.getByText(`Follow up: ${choice}`).first().waitFor();
      await dialog.getByRole("button", { name: "Not yet" }).click();
      await board.publish(choice);
      await host().until(waiting, found => fits(found));
    });
});
