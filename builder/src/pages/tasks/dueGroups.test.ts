import { expect, it } from "vitest";
import { dueGroups } from "./dueGroups";

it("groups by the practice's day, not the computer's", () => {
  const now = Date.parse("2026-11-24T20:00:00Z");
  const task = (id: string, dueAt?: string) => ({ id, title: id, ...(dueAt ? { dueAt } : {}) });
  const groups = dueGroups([task("later", "2026-11-25T06:00:00Z"), task("never"), task("tonight", "2026-11-25T03:00:00Z"), task("past", "2026-11-24T19:00:00Z")], now, "America/New_York", false);
  expect(groups.map(group => [group.key, group.tasks.map(one => one.id)])).toEqual([["overdue", ["past"]], ["today", ["tonight"]], ["later", ["later"]], ["none", ["never"]]]);
});
