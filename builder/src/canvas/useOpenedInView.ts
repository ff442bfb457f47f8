import { useEffect } from "react";
import { useBuilder } from "./store";
import type { View } from "./useView";
import { whenReleased } from "./whenReleased";

/** What was opened comes into view beside its form. Never while a button is held: then something else would be under the mouse when it is released, and the click be lost. */
export function useOpenedInView(view: View) {
  const opened = useBuilder(s => s.panel?.key ?? null);
  useEffect(() => {
    if (!opened) return;
    let forget = () => {};
    // The form takes its room first.
    const soon = setTimeout(() => { forget = whenReleased(() => view.show(opened)); }, 90);
    return () => { clearTimeout(soon); forget(); };
  }, [opened, view]);
}
