import { createContext, useContext } from "react";
import { createStore, useStore, type StoreApi } from "zustand";
import type { Definition } from "../model/definition";
import { begin, commit, redo, undo, undoTo, type History } from "../model/history";
import type { Outlet } from "../model/ways";
import type { Lit } from "./lit";

/** Of a card on the canvas: `s:` step, `t:` trigger, `b:` branch (an outlet), `e:` end (an outlet), `n:` note, `add`. */
export type Key = string;
export const stepKey = (id: string): Key => `s:${id}`;
export const idOf = (key: Key) => key.slice(2);

export interface Finding { code: string; severity: string; pointer: string; stepId?: string | null; message: string }
export interface StepCount { waiting: number; done: number; failed: number; skipped: number; entered: number }
export type Palette = { outlet: Outlet } | { trigger: true };

export interface BuilderState {
  workflowId: string;
  history: History;
  selected: ReadonlySet<Key>;
  /** Where the keyboard stands. */
  at: Key | null;
  /** Counts up when the card at `at` should take the focus. */
  focusAsked: number;
  panel: { key: Key; field: string | null } | null;
  palette: Palette | null;
  drop: Outlet | null;
  /** The card that is being dragged. */
  held: Key | null;
  findings: Finding[];
  /** Whether the draft was looked at, so that no findings means that there are none. */
  checked: "not yet" | "failed" | "done";
  counts: ReadonlyMap<string, StepCount>;
  lit: Lit | null;
  /** Looked at, not edited: a version, or a contact's path. */
  readOnly: boolean;
  said: string;
  help: boolean;
  asking: { remove: string } | null;
  /** Whose list of waiting contacts is open. */
  waitingAt: string | null;
  edit(change: (definition: Definition) => Definition, words: string, group?: string): boolean;
  undo(): void;
  redo(): void;
  undoTo(index: number): void;
  replace(definition: Definition, words?: string): void;
  select(keys: Iterable<Key>): void;
  go(key: Key | null, focus?: boolean): void;
  open(key: Key, field?: string | null): void;
  close(): void;
  say(text: string): void;
  set(change: Partial<BuilderState>): void;
}

export type Builder = StoreApi<BuilderState>;

export function createBuilder(workflowId: string, definition: Definition): Builder {
  return createStore<BuilderState>((set, get) => ({
    workflowId, history: begin(definition), selected: new Set(), at: null, focusAsked: 0, panel: null, palette: null, drop: null, held: null, findings: [], checked: "not yet", counts: new Map(),
    lit: null, readOnly: false, said: "", help: false, asking: null, waitingAt: null,
    edit(change, words, group) {
      const { history, readOnly } = get();
      if (readOnly) return false;
      const next = commit(history, change(history.now), words, Date.now(), group ?? null);
      if (next === history) return false;
      set({ history: next, ...(group ? {} : { said: words }) });
      return true;
    },
    undo() {
      const { history } = get();
      const last = history.done[history.done.length - 1];
      set({ history: undo(history), said: last ? `Undone: ${last.words}` : "Nothing to undo" });
    },
    redo() {
      const { history } = get();
      const next = history.undone[history.undone.length - 1];
      set({ history: redo(history), said: next ? `Redone: ${next.words}` : "Nothing to redo" });
    },
    undoTo(index) { set({ history: undoTo(get().history, index), said: "Undone up to there" }); },
    replace(definition, words) { set({ history: words ? commit(get().history, definition, words, Date.now()) : begin(definition) }); },
    select: keys => set({ selected: new Set(keys) }),
    go: (key, focus = false) => set(s => ({ at: key, selected: new Set(key && !key.startsWith("add") ? [key] : []), focusAsked: focus ? s.focusAsked + 1 : s.focusAsked })),
    open: (key, field = null) => set({ panel: { key, field }, at: key, selected: new Set([key]), palette: null }),
    close: () => set(s => ({ panel: null, focusAsked: s.focusAsked + 1 })),
    say: said => set({ said }),
    set: change => set(change.findings ? { ...change, checked: "done" } : change),
  }));
}

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilderStore(): Builder {
  const store = useContext(BuilderContext);
  if (!store) throw new Error("There is no builder around this.");
  return store;
}
export const useBuilder = <T>(pick: (state: BuilderState) => T): T => useStore(useBuilderStore(), pick);
export const useDefinition = () => useBuilder(s => s.history.now);
