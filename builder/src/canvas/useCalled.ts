import { useMemo } from "react";
import { useReferences } from "../catalogue/references";
import type { Called } from "./summary";

/** What users, calendars and other records are called, for sentences. */
export function useCalled(): Called {
  const [user, calendar, pipeline, stage, template, workflow, link] = [useReferences("user"), useReferences("calendar"), useReferences("pipeline"), useReferences("stage"), useReferences("template"), useReferences("workflow"), useReferences("link")];
  return useMemo(() => {
    const lists: Record<string, typeof user> = { user, calendar, pipeline, stage, template, workflow, link };
    return (of, id) => lists[of]?.find(option => option.value === id)?.label;
  }, [user, calendar, pipeline, stage, template, workflow, link]);
}
