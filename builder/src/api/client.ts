import createClient from "openapi-fetch";
import { apiAddress, typedKey } from "./place";
import { heard } from "./session";
import type { components, paths } from "./schema";

/** A type of the API by its name in the OpenAPI document. */
export type Api<Name extends keyof components["schemas"]> = components["schemas"][Name];

export type Problem = Api<"Problem">;

/** The API said no, or could not be reached (`status` 0). */
export class ApiError extends Error {
  constructor(readonly status: number, readonly problem: Problem | null) {
    super(problem?.detail ?? problem?.title ?? (status === 0 ? "The server cannot be reached." : `The server answered ${status}.`));
  }
  get code() { return this.problem?.code ?? ""; }
  /** What is wrong with one field of what was sent, by its JSON pointer. */
  at(pointer: string) { return this.problem?.errors?.find(e => e.pointer === pointer)?.message; }
}

// What every call carries. The cookie of a session is only taken together with this header, which no form and no other site can send.
async function carry(request: Request): Promise<Response> {
  request.headers.set("X-Aesthetix-Builder", "1");
  const key = apiAddress && typedKey.get();
  if (key) request.headers.set("Authorization", `Bearer ${key}`);
  const answer = await fetch(request).catch(() => { throw new ApiError(0, null); });
  // A key that is typed in and wrong says nothing about who is signed in.
  if (!new URL(request.url).pathname.startsWith("/session")) heard(answer.status);
  return answer;
}

export const api = createClient<paths>({ baseUrl: apiAddress, fetch: carry });

/** A call that the generated types do not describe. */
export const send = (path: string, init?: RequestInit) => carry(new Request(apiAddress + path, init));

/** The answer, or an ApiError. */
export async function take<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiError(response.status, (error as Problem | undefined) ?? null);
  return data as T;
}

/** The answer and its ETag, for what is edited with If-Match. */
export async function takeTagged<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<{ value: T; etag: string }> {
  const answer = await call;
  const value = await take(Promise.resolve(answer));
  return { value, etag: answer.response.headers.get("ETag") ?? "" };
}
