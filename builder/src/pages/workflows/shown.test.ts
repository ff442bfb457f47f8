import { expect, it } from "vitest";
import type { Api } from "../../api/client";
import { noFolder, shown } from "./shown";

const view = (name: string, status: Api<"WorkflowStatus">, folder: string | null, changedAt: string) =>
  ({ id: name, name, status, folder, version: 1, draftRevision: 1, createdAt: changedAt, changedAt }) as Api<"WorkflowView">;
const all = [view("Reminders", "published", "Visits", "2026-01-01"), view("Birthday", "draft", null, "2026-03-01"), view("No-show", "paused", "Visits", "2026-02-01")];
const names = (wish: Partial<Parameters<typeof shown>[1]>) => shown(all, { search: "", folder: "", status: "", sort: "changed", ...wish }).map(w => w.name);

it("finds by name and folder, narrows by folder and state, and sorts", () => {
  expect(names({})).toEqual(["Birthday", "No-show", "Reminders"]);
  expect(names({ search: "visits", sort: "name" })).toEqual(["No-show", "Reminders"]);
  expect(names({ folder: noFolder })).toEqual(["Birthday"]);
  expect(names({ status: "paused" })).toEqual(["No-show"]);
  expect(names({ sort: "something old in an address" })).toEqual(["Birthday", "No-show", "Reminders"]);
});
