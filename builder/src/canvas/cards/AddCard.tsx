import { Zap } from "lucide-react";
import { memo } from "react";
import { useBuilder, useBuilderStore } from "../store";
import { useFocus, useIsAt } from "./useFocus";

/** Adds a trigger. */
export const AddCard = memo(function AddCard() {
  const builder = useBuilderStore();
  const isAt = useIsAt("add");
  const none = useBuilder(s => s.history.now.triggers.length === 0);
  const readOnly = useBuilder(s => s.readOnly);
  const nowhere = useBuilder(s => s.at === null);
  const ref = useFocus("add");
  if (readOnly) return null;
  return (
    <button ref={ref} type="button" data-key="add" className="add-card" tabIndex={isAt || nowhere ? 0 : -1} onClick={event => { event.stopPropagation(); builder.getState().set({ palette: { trigger: true }, at: "add" }); }}>
      <Zap size={17} aria-hidden /><span><strong>{none ? "Add a trigger" : "Add another trigger"}</strong><small>{none ? "What lets contacts in?" : "Another way in"}</small></span>
    </button>
  );
});
