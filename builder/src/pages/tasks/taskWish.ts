import type { Api } from "../../api/client";

/** Whose, of which kind and due when; empty for all, a `who` of "-" for nobody's. */
export interface TaskWish { who: string; kind: string; due: string }

export const fitting = ({ who, kind }: TaskWish) => (task: Api<"WorkTask">) =>
  (!kind || (task.kind ?? "task") === kind) && (!who || (who === "-" ? !task.assignedTo : task.assignedTo === who));
