import type { Api } from "../../api/client";
import { byTime } from "../../ui/time";

export interface Wish { search: string; folder: string; status: string; sort: string }

type View = Api<"WorkflowView">;

export const sorts: Record<string, [label: string, before: (a: View, b: View) => number]> = {
  changed: ["Last changed", (a, b) => byTime(b.changedAt, a.changedAt)],
  name: ["Name", (a, b) => a.name.localeCompare(b.name)],
  created: ["Newest", (a, b) => byTime(b.createdAt, a.createdAt)],
  folder: ["Folder", (a, b) => (a.folder ?? "\uffff").localeCompare(b.folder ?? "\uffff") || a.name.localeCompare(b.name)],
};
/** Only where the list brings the figures itself. */
export const figureSorts: Record<string, [label: string, before: (a: View, b: View) => number]> = {
  inside: ["Most inside", (a, b) => (b.figures?.inIt ?? 0) - (a.figures?.inIt ?? 0)],
  failing: ["Most failing", (a, b) => (b.figures?.failing ?? 0) - (a.figures?.failing ?? 0)],
};

export const noFolder = "-";

/** Which workflows of a list are wanted, in which order. */
export function shown(all: View[], { search, folder, status, sort }: Wish): View[] {
  const words = search.trim().toLocaleLowerCase();
  const [, before] = sorts[sort] ?? figureSorts[sort] ?? sorts["changed"]!;
  return all.filter(w => (!words || `${w.name} ${w.folder ?? ""}`.toLocaleLowerCase().includes(words))
    && (!folder || (w.folder ?? noFolder) === folder)
    && (!status || status === "deleted" || w.status === status)).sort(before);
}
