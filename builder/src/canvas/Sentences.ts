import { createContext, useContext } from "react";
import type { Definition } from "../model/definition";
import type { Called } from "./summary";
import { useBuilderStore } from "./store";

/** What records are called; below it cards can say what they do. */
export const CalledContext = createContext<Called>(() => undefined);

const told = new WeakMap<object, { called: Called; text: string }>();

/** Sentences about a step or trigger, kept as long as it does not change. Those that name other steps are cheap enough to be late. */
export function useSentences() {
  const called = useContext(CalledContext);
  const builder = useBuilderStore();
  const say = (make: (definition: Definition) => string, about: object) => {
    const known = told.get(about);
    if (known && known.called === called) return known.text;
    const text = make(builder.getState().history.now);
    told.set(about, { called, text });
    return text;
  };
  return Object.assign(say, { called });
}
