// What other branches add to the API, until the types are regenerated. To be removed then.
import { api, ApiError, send, take, type Api } from "./client";

/** How many are in a workflow now, came, left and failed; in the list of workflows once it brings them. */
export interface ListFigures { inside: number; entered: number; finished: number; failing: number; needsReview: number }

export function figuresOf(view: Api<"WorkflowView">): ListFigures | undefined {
  return (view as Api<"WorkflowView"> & { figures?: ListFigures }).figures;
}

export interface Recipe {
  key: string; name: string; category: string; description: string;
  needs: { kind: string; name: string; why?: string }[];
  parameters: RecipeParameter[];
  triggers: string[];
  steps: number;
}
export interface RecipeParameter {
  key: string; label: string; kind: string; required?: boolean; default?: unknown; help?: string;
  options?: { value: string; label: string }[]; of?: string;
}
export interface WholeRecipe extends Recipe { definition: unknown; trials?: unknown[] }

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
