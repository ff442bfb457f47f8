// What other branches add to the API, until the types are regenerated. To be removed then.
import { api, ApiError, send, take, type Api } from "./client";

/** How many are in a workflow now, came, left and failed. */
export interface ListFigures { inIt: number; entered: number; finished: number; failing: number }

export type ListedWorkflow = Api<"WorkflowView"> & { figures?: ListFigures; needsReview?: boolean; hasDraftChanges?: boolean };

export const figuresOf = (view: Api<"WorkflowView">) => (view as ListedWorkflow).figures;

/** Says that a workflow which names something deleted was looked at and is left as it is. */
export async function acknowledge(id: string, reason: string | null) {
  const answer = await send(`/api/workflows/${id}/review/acknowledge`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ reason }) });
  if (!answer.ok) throw new ApiError(answer.status, await answer.json().catch(() => null));
}

export interface Recipe {
  key: string; name: string; category: string; description: string; about?: string;
  needs: RecipeNeed[]; parameters: RecipeParameter[]; triggers: string[]; steps: number;
}
/** `parameter`: by which parameter it is chosen. */
export interface RecipeNeed { kind: string; name: string; why?: string; parameter?: string }
export interface RecipeParameter {
  key: string; label: string; kind: string; required?: boolean; default?: unknown; help?: string;
  options?: { value: string; label: string }[]; of?: string; within?: string; min?: number; max?: number; maxLength?: number;
}
export interface WholeRecipe extends Recipe { definition: unknown; trials?: { name: string }[] }

async function get<T>(path: string): Promise<T> {
  const answer = await send(path);
  if (!answer.ok) throw new ApiError(answer.status, await answer.json().catch(() => null));
  return await answer.json() as T;
}

export const recipes = async () => (await get<{ items: Recipe[] }>("/api/recipes")).items;
export const recipe = (key: string) => get<WholeRecipe>(`/api/recipes/${encodeURIComponent(key)}`);

export function fromRecipe(recipe: string, parameters: Record<string, unknown>, name: string) {
  return take(api.POST("/api/workflows", { body: { recipe, parameters, name } as unknown as { name: string } }));
}
