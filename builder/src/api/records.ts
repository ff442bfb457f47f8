import { ApiError, send, type Problem } from "./client";

/** The plain records of a practice: all are listed, made, changed and deleted in the same way. */
export type RecordPath = "/api/contacts" | "/api/tasks" | "/api/opportunities" | "/api/appointments" | "/api/pipelines" | "/api/users" | "/api/calendars"
  | "/api/custom-fields" | "/api/custom-values" | "/api/templates" | "/api/links" | "/api/hooks" | "/api/keys" | "/api/settings";

async function call<T>(method: string, path: string, body?: unknown, etag?: string): Promise<{ value: T; etag: string }> {
  const answer = await send(path, {
    method,
    headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...(etag ? { "If-Match": etag } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new ApiError(answer.status, await answer.json().catch(() => null) as Problem | null);
  return { value: (answer.status === 204 ? undefined : await answer.json()) as T, etag: answer.headers.get("ETag") ?? "" };
}

const at = (path: RecordPath, id: string) => `${path}/${encodeURIComponent(id)}`;

export const listRecords = async <T>(path: RecordPath, cursor?: string, only: Record<string, string> = {}) =>
  (await call<{ items: T[]; next?: string | null }>("GET", `${path}?${new URLSearchParams({ limit: "100", ...only, ...(cursor ? { cursor } : {}) })}`)).value;

export const createRecord = async <T>(path: RecordPath, body: unknown) => (await call<T>("POST", path, body)).value;

/** Over what was read last; without an ETag, over what is there now. Null in `body` takes a value away. */
export const changeRecord = async <T>(path: RecordPath, id: string, body: unknown, etag?: string) =>
  await call<T>("PATCH", at(path, id), body, etag ?? (await call("GET", at(path, id))).etag);

export async function removeRecord(path: RecordPath, id: string): Promise<void> {
  await call("DELETE", at(path, id), undefined, (await call("GET", at(path, id))).etag);
}

export const rotateHook = async <T>(id: string) => (await call<T>("POST", `${at("/api/hooks", id)}/rotate`, {})).value;
export const readSettings = <T>() => call<T>("GET", "/api/settings");
export const saveSettings = async <T>(body: unknown, etag: string) => (await call<T>("PUT", "/api/settings", body, etag)).value;
