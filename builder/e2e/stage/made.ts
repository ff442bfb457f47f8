import type { Host } from "./Host";

/** A published workflow, where a test is about what comes of it and not about how it is built. Steps follow each other unless they say otherwise. */
export async function made(host: Host, name: string, trigger: object | null, steps: Record<string, Record<string, unknown>>) {
  const order = Object.keys(steps);
  const definition = {
    schemaVersion: 1, settings: { reentry: "afterFinish", scope: "contact" }, layout: {}, notes: [],
    triggers: trigger ? [{ id: "t1", filters: { all: [] }, ...trigger }] : [], start: order[0],
    steps: Object.fromEntries(order.map((id, at) => [id, { next: order[at + 1] ?? null, ...steps[id] }])),
  };
  const { id } = await host.post("/api/workflows", { name, definition });
  await host.post(`/api/workflows/${id}/publish`);
  return id as string;
}
