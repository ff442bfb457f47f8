import type { Definition } from "./definition";

export type NewId = (taken: (id: string) => boolean, prefix: string) => string;

/** Random, so that an id of a deleted step is never given again: histories and statistics go by it. */
export const randomId: NewId = (taken, prefix) => {
  for (;;) {
    const id = prefix + crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36).padStart(6, "0").slice(-6);
    if (!taken(id)) return id;
  }
};

export const newStepId = (definition: Definition, make: NewId = randomId) => make(id => id in definition.steps, "s");
export const newIdAmong = (items: readonly { id: string }[], prefix: string, make: NewId = randomId) => make(id => items.some(item => item.id === id), prefix);
