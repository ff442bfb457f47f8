import { api, take, type Api } from "./client";

export type Recipe = Api<"RecipeLine">;
export type WholeRecipe = Api<"RecipeView">;
export type RecipeNeed = Api<"RecipeNeed">;
export type RecipeParameter = Api<"RecipeParameter">;

export const recipes = async () => (await take(api.GET("/api/recipes"))).items;
export const recipe = (key: string) => take(api.GET("/api/recipes/{key}", { params: { path: { key } } }));
export const fromRecipe = (recipe: string, parameters: Record<string, unknown>, name: string) => take(api.POST("/api/workflows", { body: { recipe, parameters, name } }));
