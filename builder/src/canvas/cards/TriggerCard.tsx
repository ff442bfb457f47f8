import { CircleAlert, Lightbulb, TriangleAlert } from "lucide-react";
import { Handle, Position, type NodeProps } from "@xyflow/react";
import { memo } from "react";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { plainly } from "../../catalogue/plainly";
import { triggerIcon } from "../kinds";
import { useSentences } from "../Sentences";
import { useBuilder, useBuilderStore, type Finding } from "../store";
import { triggerSummary } from "../summary";
import { useFocus, useIsAt } from "./useFocus";

const signs = { error: CircleAlert, warning: TriangleAlert, hint: Lightbulb };
const worst = (findings: readonly Finding[], pointer: string) => {
  const own = findings.filter(f => f.pointer === pointer || f.pointer.startsWith(`${pointer}/`));
  return Object.keys(signs).map(severity => own.find(f => f.severity === severity)).find(Boolean);
};

/** A way in, with who it lets in as one sentence. */
export const TriggerCard = memo(function TriggerCard({ data, selected }: NodeProps & { data: { id: string } }) {
  const { id } = data;
  const key = `t:${id}`;
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const trigger = useBuilder(s => s.history.now.triggers.find(t => t.id === id));
  const finding = useBuilder(s => worst(s.findings, `/triggers/${s.history.now.triggers.findIndex(t => t.id === id)}`));
  const open = useBuilder(s => s.panel?.key === key);
  const isAt = useIsAt(key);
  const ref = useFocus(key);
  const sentence = useSentences();
  if (!trigger) return null;
  const label = catalogue.triggers.get(trigger.type)?.label ?? trigger.type;
  const line = sentence(d => triggerSummary(catalogue, d, trigger, sentence.called), trigger);
  const Icon = triggerIcon(trigger.type);
  const Sign = finding && signs[finding.severity as keyof typeof signs];
  return (
    <>
      <div className={["card-node trigger kind-trigger", selected ? "chosen" : "", open ? "open" : "", trigger.enabled === false ? "off" : ""].filter(Boolean).join(" ")}>
        <button ref={ref} type="button" className="card-open" data-key={key} tabIndex={isAt ? 0 : -1} aria-pressed={selected} aria-label={`Trigger ${trigger.name && trigger.name !== label ? `${trigger.name}, ${label}` : label}. ${line}${trigger.enabled === false ? ". Switched off" : ""}`}
          onDoubleClick={() => builder.getState().open(key)}>
          <span className="tile"><Icon size={19} aria-hidden /></span>
          <span className="card-text"><small className="when">When</small><strong>{trigger.name || label}</strong><span className="card-line">{line}</span></span>
        </button>
        {finding && Sign && <span className={`marker ${finding.severity}`} title={plainly(catalogue, finding.message)} role="img" aria-label={plainly(catalogue, finding.message)}><Sign size={16} aria-hidden /></span>}
      </div>
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="anchor" />
    </>
  );
});
