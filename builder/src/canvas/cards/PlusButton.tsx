import { Plus } from "lucide-react";
import { memo } from "react";
import type { Outlet } from "../../model/ways";
import { useBuilder, useBuilderStore } from "../store";

/** Adds a step on the way below a card; while a step is dragged, where it would go. */
export const PlusButton = memo(function PlusButton({ outlet, after, reach }: { outlet: Outlet; after: string; reach: boolean }) {
  const builder = useBuilderStore();
  const drop = useBuilder(s => s.drop === outlet);
  const readOnly = useBuilder(s => s.readOnly);
  if (readOnly) return null;
  return (
    <button type="button" className={drop ? "plus drop nodrag" : "plus nodrag"} aria-label={`Add a step ${after}`} tabIndex={reach ? 0 : -1} title="Add a step"
      onClick={event => { event.stopPropagation(); builder.getState().set({ palette: { outlet } }); }}>
      <Plus size={15} strokeWidth={2.5} aria-hidden />
    </button>
  );
});
