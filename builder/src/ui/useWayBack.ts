import { useRef } from "react";

/** For a dialog that is opened by code: when it closes, the focus goes back to where it was, unless something else has taken it. */
export function useWayBack(open: boolean) {
  const [before, was] = [useRef<Element | null>(null), useRef(false)];
  // While it is first drawn: afterwards the focus may be in it already.
  if (open && !was.current) before.current = document.activeElement;
  was.current = open;
  return (event: Event) => {
    event.preventDefault();
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
}
