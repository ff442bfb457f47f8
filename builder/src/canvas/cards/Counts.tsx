import { memo } from "react";
import { useBuilder, useBuilderStore } from "../store";

/** Who waits here now, and how many went through. Waiting opens the list of them. */
export const Counts = memo(function Counts({ id, name, reach }: { id: string; name: string; reach: boolean }) {
  const builder = useBuilderStore();
  const count = useBuilder(s => s.lit ? undefined : s.counts.get(id));
  if (!count || count.waiting + count.done + count.failed === 0) return null;
  return (
    <div className="counts">
      {count.waiting > 0 && (
        <button type="button" className="count waiting nodrag" tabIndex={reach ? 0 : -1} onClick={event => { event.stopPropagation(); builder.getState().set({ waitingAt: id }); }}
          aria-label={`${count.waiting} waiting at ${name}: show who`}>{count.waiting} waiting</button>
      )}
      {count.failed > 0 && <span className="count failed">{count.failed} failed</span>}
      {count.done > 0 && <span className="count">{count.done} done</span>}
    </div>
  );
});
