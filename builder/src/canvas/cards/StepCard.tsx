import { Handle, Position, type NodeProps } from "@xyflow/react";
import { memo } from "react";
import { titleOf, labelOf } from "../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { describe } from "../../catalogue/catalogue";
import { forks, mainOutlet } from "../../model/ways";
import { iconOf, kindOf } from "../kinds";
import { stepKey, useBuilder, useBuilderStore } from "../store";
import { summary } from "../summary";
import { useSentences } from "../Sentences";
import { CardMenu } from "./CardMenu";
import { Counts } from "./Counts";
import { Marker } from "./Marker";
import { PlusButton } from "./PlusButton";
import { useFocus, useIsAt } from "./useFocus";

export const StepCard = memo(function StepCard({ data, selected }: NodeProps & { data: { id: string } }) {
  const { id } = data;
  const key = stepKey(id);
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const step = useBuilder(s => s.history.now.steps[id]);
  const lit = useBuilder(s => s.lit ? s.lit.steps.get(id) ?? "dim" : null);
  const findings = useBuilder(s => s.findings.filter(f => f.stepId === id).map(f => `${f.severity[0]} ${f.message}`).join("\n"));
  const isAt = useIsAt(key);
  const open = useBuilder(s => s.panel?.key === key);
  const ref = useFocus(key);
  const sentence = useSentences();
  if (!step) return null;
  const kind = kindOf(step.type, describe(catalogue, step.type)?.category);
  const Icon = iconOf(step.type, kind);
  const title = titleOf(catalogue, step);
  const line = sentence(d => summary(catalogue, d, step, sentence.called), step);
  const off = step.enabled === false;
  const plus = forks(step, id) ? null : mainOutlet(id, step);
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} className="anchor" />
      <div className={["card-node", `kind-${kind}`, selected ? "chosen" : "", open ? "open" : "", off ? "off" : "", lit ? `lit-${lit}` : "", step.type === "goal" ? "goal" : ""].filter(Boolean).join(" ")}>
        <button ref={ref} type="button" className="card-open" data-key={key} tabIndex={isAt ? 0 : -1} aria-pressed={selected} aria-describedby={findings ? `f-${id}` : undefined}
          aria-label={`${title}${step.name ? `, ${labelOf(catalogue, step)}` : ""}. ${line}${off ? ". Switched off" : ""}${lit && lit !== "dim" ? `. ${litWords[lit]}` : ""}`}
          onDoubleClick={() => builder.getState().open(key)}>
          <span className="tile"><Icon size={19} aria-hidden /></span>
          <span className="card-text"><strong>{title}</strong><span className="card-line">{line}</span></span>
        </button>
        {off && <span className="off-word" aria-hidden>Off</span>}
        <Marker findings={findings} id={id} />
        <CardMenu id={id} reach={isAt} name={title} />
        <Counts id={id} name={title} reach={isAt} />
      </div>
      {plus && <PlusButton outlet={plus} after={`after ${title}`} reach={isAt} />}
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="anchor under-card" />
    </>
  );
});

const litWords = { passed: "Passed", here: "Stands here", failed: "Failed", skipped: "Skipped" };
