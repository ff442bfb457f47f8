import type { Definition } from "./definition";

/** What was done, with what it was before: undo gives back the very same JSON. */
export interface Change { words: string; before: Definition; after: Definition; at: number; group: string | null }
export interface History { now: Definition; done: Change[]; undone: Change[] }

const kept = 200;
const pause = 1_500;

export const begin = (now: Definition): History => ({ now, done: [], undone: [] });

/** @param group Changes of the same group that follow each other quickly are one: a word typed is not twelve letters. */
export function commit(history: History, now: Definition, words: string, at: number, group: string | null = null): History {
  if (now === history.now) return history;
  const last = history.done[history.done.length - 1];
  const joined = group !== null && last?.group === group && at - last.at < pause && history.undone.length === 0;
  const change: Change = { words, before: joined ? last.before : history.now, after: now, at, group };
  const done = joined ? history.done.slice(0, -1) : history.done;
  return { now, done: [...done, change].slice(-kept), undone: [] };
}

export function undo(history: History): History {
  const last = history.done[history.done.length - 1];
  return last ? { now: last.before, done: history.done.slice(0, -1), undone: [...history.undone, last] } : history;
}

export function redo(history: History): History {
  const next = history.undone[history.undone.length - 1];
  return next ? { now: next.after, done: [...history.done, { ...next, group: null }], undone: history.undone.slice(0, -1) } : history;
}

/** Back to how it was before the change at a place of the list. */
export function undoTo(history: History, index: number): History {
  let next = history;
  while (next.done.length > index) next = undo(next);
  return next;
}
