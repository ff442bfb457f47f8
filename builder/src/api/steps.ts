import { useQuery } from "@tanstack/react-query";
import { api, take } from "./client";
import { useActions, useWaits } from "./lists";

interface Steps { steps?: Record<string, { type: string; name?: string }> }

/** The steps of a published version; versions never change. */
export function useVersionSteps(workflowId: string | undefined, version: number | undefined) {
  return useQuery({
    queryKey: ["workflows", workflowId, "version", version, "steps"],
    queryFn: async () => ((await take(api.GET("/api/workflows/{id}/versions/{number}", { params: { path: { id: workflowId!, number: version! as never } } }))).definition as Steps).steps ?? {},
    enabled: !!workflowId && !!version, staleTime: Infinity,
  });
}

/** What steps are called: their names, or what they do. */
export function useStepTitle(): (step: { type: string; name?: string }) => string {
  const [actions, waits] = [useActions(), useWaits()];
  return step => step.name || [...actions.data ?? [], ...waits.data ?? []].find(one => one.type === step.type)?.label || step.type;
}

/** What a step of a version is called. */
export function useStepName(workflowId: string, version: number, stepId: string | null | undefined): string {
  const [steps, title] = [useVersionSteps(workflowId, version), useStepTitle()];
  const step = stepId ? steps.data?.[stepId] : undefined;
  return step ? title(step) : stepId ?? "";
}
