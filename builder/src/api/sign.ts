import { api, ApiError, take } from "./client";
import { apiAddress, typedKey } from "./place";

/** Signs in with a key, or throws an ApiError. */
export async function signIn(key: string) {
  if (apiAddress === "") return void await take(api.POST("/session", { body: { key } }));
  const answer = await fetch(`${apiAddress}/api/catalogue/operators`, { headers: { Authorization: `Bearer ${key}` } }).catch(() => { throw new ApiError(0, null); });
  if (!answer.ok) throw new ApiError(answer.status, await answer.json().catch(() => null));
  typedKey.set(key);
}

export async function signOut() {
  if (apiAddress === "") return void await take(api.DELETE("/session"));
  typedKey.forget();
}
