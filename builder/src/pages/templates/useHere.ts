import { useQuery } from "@tanstack/react-query";
import { api, take } from "../../api/client";
import { useCalendars, useCustomFields, usePipelines, useSettings, useUsers, useWorkflows } from "../../api/lists";
import { readAll } from "../../api/paged";
import type { RecipeNeed } from "../../api/recipes";

interface One { id: string; name: string; within?: string }

/** What the practice has of the things that a template may ask for. */
export function useHere() {
  const [calendars, pipelines, users, workflows, fields, settings] = [useCalendars(), usePipelines(), useUsers(), useWorkflows(), useCustomFields(), useSettings()];
  const values = useQuery({ queryKey: ["custom-values"], queryFn: () => readAll(c => take(api.GET("/api/custom-values", { params: { query: { limit: "100", ...(c ? { cursor: c } : {}) } } }))) });
  const plain = (list: { id?: string; name: string }[] | undefined): One[] => (list ?? []).map(({ id, name }) => ({ id: id ?? name, name }));
  const of: Record<string, One[]> = {
    calendar: plain(calendars.data), pipeline: plain(pipelines.data), user: plain(users.data), workflow: plain(workflows.data),
    stage: (pipelines.data ?? []).flatMap(pipeline => pipeline.stages.map(stage => ({ ...stage, within: pipeline.id! }))),
  };
  const source: Record<string, { data: unknown; isError: boolean }> = { calendar: calendars, pipeline: pipelines, stage: pipelines, user: users, workflow: workflows, field: fields, value: values, page: settings, setting: settings };
  /** True or false where it can be known; null for what is only told or could not be read, undefined while it is read. */
  const has = ({ kind, name }: RecipeNeed): boolean | null | undefined => {
    // What is still being read, or could not be, is not missing.
    const asked = source[kind];
    if (asked && asked.data === undefined) return asked.isError ? null : undefined;
    if (of[kind]) return kind === "stage" ? of[kind].some(one => one.name.toLowerCase() === name.toLowerCase()) : of[kind].length > 0;
    if (kind === "field") return fields.data?.some(one => one.key === name) ?? null;
    if (kind === "value") return values.data?.some(one => one.key === name) ?? null;
    if (kind === "page") return !!(settings.data?.pages as Record<string, unknown> | null | undefined)?.[name];
    if (kind === "setting") return !!(settings.data as Record<string, unknown> | undefined)?.[name];
    return null;
  };
  return { of, has };
}
