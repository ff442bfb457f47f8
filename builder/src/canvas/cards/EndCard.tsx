import { Handle, Position, type NodeProps } from "@xyflow/react";
import { memo } from "react";
import { startOutlet } from "../../model/ways";
import { useBuilder, useBuilderStore } from "../store";
import { useFocus, useIsAt } from "./useFocus";

/** Where a path ends; Enter on it adds a step there. */
export const EndCard = memo(function EndCard({ data }: NodeProps & { data: { id: string } }) {
  const builder = useBuilderStore();
  const key = `e:${data.id}`;
  const isAt = useIsAt(key);
  const readOnly = useBuilder(s => s.readOnly);
  const ref = useFocus(key);
  const first = data.id === startOutlet;
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} className="anchor" />
      <button ref={ref} type="button" data-key={key} className={first ? "end first" : "end"} tabIndex={isAt ? 0 : -1} disabled={readOnly} aria-label={first ? "Add the first step" : "The path ends here: add a step"}
        onClick={event => { event.stopPropagation(); builder.getState().set({ palette: { outlet: data.id }, at: key }); }}>{first ? "First step" : "End"}</button>
    </>
  );
});
