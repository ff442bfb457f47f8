// A definition told as an outline: what starts it, then every step with its ways out. Reads the definition itself.

export interface OutlineStep { id: string; type: string; name: string; detail: string; ways: OutlineWay[]; again?: true }
export interface OutlineWay { name: string; steps: OutlineStep[] }

interface Way { id?: string; name?: string; percent?: number; next?: string | null; after?: string }
interface RawStep {
  type: string; name?: string; config?: Record<string, unknown>; next?: string | null; enabled?: boolean;
  branches?: Way[]; none?: Way; shares?: Way[]; timeout?: Way;
}
export interface RawTrigger { id: string; type: string; name?: string; filters?: unknown }
interface RawDefinition { start?: string | null; steps?: Record<string, RawStep>; triggers?: RawTrigger[] }

export const triggersOf = (definition: unknown): RawTrigger[] => (definition as RawDefinition | null)?.triggers ?? [];

export function outline(definition: unknown): OutlineStep[] {
  const { start, steps = {} } = (definition ?? {}) as RawDefinition;
  const seen = new Set<string>();
  const from = (id: string | null | undefined): OutlineStep[] => {
    const told: OutlineStep[] = [];
    for (let next = id; next;) {
      const step: RawStep | undefined = steps[next];
      if (!step) break;
      const name = step.name ?? "";
      if (seen.has(next)) { told.push({ id: next, type: step.type, name, detail: "", ways: [], again: true }); break; }
      seen.add(next);
      told.push({ id: next, type: step.type, name, detail: detail(step, steps), ways: ways(step).map(way => ({ name: way.name, steps: from(way.next) })) });
      next = step.next;
    }
    return told;
  };
  return from(start);
}

function ways(step: RawStep): { name: string; next: string | null | undefined }[] {
  return [
    ...(step.branches ?? []).map(way => ({ name: way.name ?? way.id ?? "Branch", next: way.next })),
    ...(step.none ? [{ name: step.none.name ?? "None of these", next: step.none.next }] : []),
    ...(step.shares ?? []).map(way => ({ name: [way.name ?? way.id, way.percent === undefined ? "" : `${way.percent} %`].filter(Boolean).join(", "), next: way.next })),
    ...(step.timeout?.next ? [{ name: "If it does not come in time", next: step.timeout.next }] : []),
  ];
}

/** The one thing about a step that a person wants to read without opening it. */
function detail({ type, config = {}, timeout }: RawStep, steps: Record<string, RawStep>): string {
  const text = (key: string) => typeof config[key] === "string" ? config[key] : "";
  if (type === "goto") return steps[text("step")]?.name ?? "";
  const tags = Array.isArray(config["tags"]) ? config["tags"].join(", ") : "";
  return text("subject") || text("title") || tags || text("body") || text("script") || text("for") || text("offset") || text("url") || (timeout?.after ?? "");
}
