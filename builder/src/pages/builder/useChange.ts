import { useDeed } from "../../api/useDeed";
import { changeWorkflow } from "../../api/workflows";

/** Gives the workflow another name or folder at once, for they are no part of the draft. */
export const useChange = (id: string, said: string) =>
  useDeed((change: Parameters<typeof changeWorkflow>[1]) => changeWorkflow(id, change), { stale: [["workflow", id], ["workflows"]], said });
