import { Handle, Position } from "@xyflow/react";
import { memo } from "react";
import { startOutlet } from "../../model/ways";
import { useBuilder } from "../store";
import { PlusButton } from "./PlusButton";

/** Where the triggers' lines come together before the first step. */
export const HubCard = memo(function HubCard() {
  const reach = useBuilder(s => s.at === null || s.at.startsWith("t:"));
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} className="anchor" />
      <span className="hub" />
      <PlusButton outlet={startOutlet} after="before all others" reach={reach} />
      <Handle type="source" position={Position.Top} isConnectable={false} className="anchor" />
    </>
  );
});
