import { useEffect, useRef } from "react";
import { useBuilder, type Key } from "../store";

/** The card takes the focus when the keyboard walks to it, also when it was not on the screen before. */
export function useFocus(key: Key) {
  const ref = useRef<HTMLButtonElement>(null);
  const asked = useBuilder(s => s.at === key ? s.focusAsked : 0);
  useEffect(() => { if (asked > 0 && !document.querySelector("[role=dialog], .side:focus-within")) ref.current?.focus({ preventScroll: true }); }, [asked]);
  return ref;
}

export const useIsAt = (key: Key) => useBuilder(s => s.at === key);
