import { useRef } from "react";

/** A menu is gone by the time one comes back from what it opened: then it is the button that opened the menu. */
const opener = (from: Element | null) => document.getElementById(from?.closest("[role=menu]")?.getAttribute("aria-labelledby") ?? "") ?? from;

/** For a dialog that is opened by code: when it closes, the focus goes back to where it was, unless something else has taken it. */
export function useWayBack(open: boolean) {
  const [before, was] = [useRef<Element | null>(null), useRef(false)];
  // While it is first drawn: afterwards the focus may be in it already.
  if (open && !was.current) before.current = opener(document.activeElement);
  was.current = open;
  return (event: Event) => {
    event.preventDefault();
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
}
