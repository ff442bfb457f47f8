import { useCallback, useEffect, useRef, useState } from "react";
import { api, ApiError, takeTagged } from "../../api/client";
import type { Builder, Finding } from "../../canvas/store";
import { readDefinition, type Definition } from "../../model/definition";
import { forget, keep } from "./backup";

export type SaveState =
  | { kind: "saved" } | { kind: "waiting" } | { kind: "saving" } | { kind: "away" } | { kind: "refused"; why: string }
  | { kind: "conflict"; base: Definition; theirs: Definition; etag: string };

export interface Autosave { state: SaveState; save: () => Promise<boolean>; settle: (etag: string, theirs: Definition, now: Definition, words: string) => void; etag: () => string }

const pause = 800;
const retry = 2_500;

/** The draft saves itself shortly after the last change. What cannot be saved is kept in this browser until it can. */
export function useAutosave(builder: Builder, id: string, loaded: { etag: string; definition: Definition }): Autosave {
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  const now = useRef({ etag: loaded.etag, saved: loaded.definition, timer: 0, busy: null as Promise<boolean> | null, stopped: false });

  const put = useCallback(async (): Promise<boolean> => {
    const r = now.current;
    const definition = builder.getState().history.now;
    if (definition === r.saved) { setState(s => s.kind === "conflict" ? s : { kind: "saved" }); return true; }
    setState({ kind: "saving" });
    const away = () => { setState({ kind: "away" }); r.timer = window.setTimeout(() => void save(), retry); };
    try {
      const { value, etag } = await takeTagged(api.PUT("/api/workflows/{id}/draft", { params: { path: { id }, header: { "If-Match": r.etag } }, body: definition as never }));
      r.etag = etag || `"${value.draftRevision}"`;
      r.saved = definition;
      forget(id);
      builder.getState().set({ findings: value.findings as Finding[] });
      const more = builder.getState().history.now !== definition;
      setState({ kind: more ? "waiting" : "saved" });
      return !more;
    } catch (error) {
      keep(id, r.etag, definition);
      const status = error instanceof ApiError ? error.status : 0;
      if (status === 412) {
        const theirs = await takeTagged(api.GET("/api/workflows/{id}/draft", { params: { path: { id } } })).catch(() => null);
        if (theirs) setState({ kind: "conflict", base: r.saved, theirs: readDefinition(theirs.value), etag: theirs.etag });
        else away();
      } else if (status === 0 || status >= 500) away();
      else setState({ kind: "refused", why: error instanceof Error ? error.message : "The server refused it." });
      return false;
    }
  }, [builder, id]);

  const save = useCallback(async (): Promise<boolean> => {
    const r = now.current;
    clearTimeout(r.timer);
    // Of several that wait for the same saving, one goes on and the others wait for it: each must know the ETag that the last one left.
    while (r.busy) await r.busy;
    clearTimeout(r.timer);
    return r.busy = put().catch(() => false).finally(() => { r.busy = null; });
  }, [put]);

  useEffect(() => {
    const r = now.current;
    const stop = builder.subscribe((next, last) => {
      if (next.history.now === last.history.now || next.readOnly) return;
      setState(s => s.kind === "conflict" || s.kind === "away" ? s : { kind: "waiting" });
      clearTimeout(r.timer);
      r.timer = window.setTimeout(() => void save(), pause);
    });
    const leave = () => { if (!builder.getState().readOnly && builder.getState().history.now !== r.saved) keep(id, r.etag, builder.getState().history.now); };
    addEventListener("pagehide", leave);
    return () => { stop(); leave(); clearTimeout(r.timer); removeEventListener("pagehide", leave); if (builder.getState().history.now !== r.saved) void save(); };
  }, [builder, id, save]);

  /** After a conflict: theirs goes into the history below what is kept, so that undo brings it back. */
  const settle = useCallback((etag: string, theirs: Definition, definition: Definition, words: string) => {
    const r = now.current;
    r.etag = etag;
    r.saved = theirs;
    setState({ kind: "waiting" });
    const state = builder.getState();
    const mine = state.history.now;
    state.replace(definition === mine ? theirs : definition, definition === mine ? "What was saved elsewhere" : words);
    if (definition === mine) builder.getState().replace(mine, words);
    forget(id);
    void save();
  }, [builder, id, save]);

  return { state, save, settle, etag: () => now.current.etag };
}
