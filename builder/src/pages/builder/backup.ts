import { readDefinition, type Definition } from "../../model/definition";

/** What the server could not be told yet, kept in this browser under the workflow, with the ETag it was based on. */
export interface Backup { etag: string; definition: Definition; at: string }

const key = (id: string) => `unsaved ${id}`;

export function keep(id: string, etag: string, definition: Definition) {
  try { localStorage.setItem(key(id), JSON.stringify({ etag, definition, at: new Date().toISOString() } satisfies Backup)); } catch { /* A full or closed storage must not stop the work. */ }
}
export const forget = (id: string) => localStorage.removeItem(key(id));
export function kept(id: string): Backup | null {
  try {
    const backup = JSON.parse(localStorage.getItem(key(id)) ?? "null") as Backup | null;
    return backup ? { ...backup, definition: readDefinition(backup.definition) } : null;
  } catch { return null; }
}
