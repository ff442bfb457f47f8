import { useSyncExternalStore } from "react";

/** Whether the window is no wider than this, in rem; what must not be there twice is drawn by it, the rest by CSS. */
export function useNarrow(rem: number): boolean {
  const query = window.matchMedia(`(max-width: ${rem}rem)`);
  return useSyncExternalStore(heard => { query.addEventListener("change", heard); return () => query.removeEventListener("change", heard); }, () => query.matches);
}
