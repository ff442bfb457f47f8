import { Handle, Position, type NodeProps } from "@xyflow/react";
import { memo } from "react";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { isBranching } from "../../model/definition";
import { narrate } from "../../model/narrate";
import { stepOf, waysOf } from "../../model/ways";
import { useSentences } from "../Sentences";
import { useBuilder, useBuilderStore } from "../store";
import { namesFor } from "../summary";
import { PlusButton } from "./PlusButton";
import { useFocus, useIsAt } from "./useFocus";

/** The head of a branch: its name, and who takes it. Dragged sideways it changes places. */
export const ChipCard = memo(function ChipCard({ data, selected }: NodeProps & { data: { id: string } }) {
  const outlet = data.id;
  const key = `b:${outlet}`;
  const id = stepOf(outlet)!;
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const step = useBuilder(s => s.history.now.steps[id]);
  const lit = useBuilder(s => s.lit ? s.lit.outlets.has(outlet) ? "lit-passed" : "lit-dim" : "");
  const isAt = useIsAt(key);
  const ref = useFocus(key);
  const sentence = useSentences();
  const way = step && waysOf(id, step).find(w => w.outlet === outlet);
  if (!way) return null;
  const branch = step.branches?.find(b => b.id === way.branch);
  const share = step.shares?.find(s => s.id === way.branch);
  const about = branch ? sentence(d => narrate(branch.when, namesFor(catalogue, d, sentence.called)), branch) || "no condition yet" : share ? `${share.percent} %` : way.branch === "none" ? "everybody else" : "";
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} className="anchor" />
      <button ref={ref} type="button" data-key={key} className={`chip ${selected ? "chosen" : ""} ${way.branch === "timeout" || way.branch === "error" ? "aside" : ""} ${lit}`} tabIndex={isAt ? 0 : -1} title={about ? `${way.label}: ${about}` : way.label}
        aria-label={`Branch ${way.label}${about ? `: ${about}` : ""}`} onDoubleClick={() => builder.getState().open(isBranching(step) ? key : `s:${id}`)}>
        <strong>{way.label}</strong>{share && <span>{share.percent} %</span>}
      </button>
      <PlusButton outlet={outlet} after={`in the branch ${way.label}`} reach={isAt} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="anchor under-chip" />
    </>
  );
});
