import { X } from "lucide-react";
import { lazy, Suspense, useEffect } from "react";
import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import { describe, labelOf } from "../catalogue/catalogue";
import { focusPanel } from "../canvas/SideFocus";
import { iconOf, kindOf, triggerIcon } from "../canvas/kinds";
import { idOf, useBuilder, useBuilderStore, useDefinition } from "../canvas/store";
import { stepOf } from "../model/ways";
import "./panel.css";

const BranchPanel = lazy(async () => ({ default: (await import("./BranchPanel")).BranchPanel }));
const StepPanel = lazy(async () => ({ default: (await import("./StepPanel")).StepPanel }));
const TriggerPanel = lazy(async () => ({ default: (await import("./TriggerPanel")).TriggerPanel }));

// The forms come when the canvas stands, so that opening a card never waits for them. Where one cannot come now, opening the card asks again.
const soon = () => setTimeout(() => [import("./StepPanel"), import("./TriggerPanel"), import("./BranchPanel")].forEach(part => part.catch(() => {})), 300);

/** What was opened on the canvas, beside it. */
export function SidePanel() {
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const panel = useBuilder(s => s.panel);
  const key = panel?.key ?? "";
  const id = idOf(key);
  const step = key.startsWith("s:") ? definition.steps[id] : key.startsWith("b:") ? definition.steps[stepOf(id) ?? ""] : undefined;
  const trigger = key.startsWith("t:") ? definition.triggers.find(t => t.id === id) : undefined;
  const gone = panel !== null && !step && !trigger;
  useEffect(() => { if (gone) builder.getState().set({ panel: null }); }, [gone, builder]);
  useEffect(() => { if (panel?.field !== null && panel?.field !== undefined) focusPanel(panel.field); }, [panel]);
  useEffect(() => { const id = soon(); return () => clearTimeout(id); }, []);
  if (!panel || gone) return null;
  const known = step ? describe(catalogue, step.type) : undefined;
  const kind = step ? kindOf(step.type, known?.category) : "trigger";
  const Icon = step ? iconOf(step.type, kind) : triggerIcon(trigger!.type);
  const label = key.startsWith("b:") ? "Branch" : step ? labelOf(catalogue, step) : catalogue.triggers.get(trigger!.type)?.label ?? trigger!.type;
  const help = key.startsWith("b:") ? "The first branch whose condition is true is taken." : step ? known?.help : catalogue.triggers.get(trigger!.type)?.help;
  return (
    <aside className={`side kind-${kind}`} aria-label={`${label}: fields`} tabIndex={-1} onKeyDown={event => {
      if (event.key === "Escape" && !event.defaultPrevented) { event.stopPropagation(); builder.getState().close(); }
    }}>
      <header className="side-head">
        <span className="tile"><Icon size={20} aria-hidden /></span>
        <div className="grow"><h2>{label}</h2>{help && <p className="quiet">{help}</p>}</div>
        <button type="button" className="button bare small" aria-label="Close the panel" onClick={() => builder.getState().close()}><X size={18} aria-hidden /></button>
      </header>
      <div className="side-body" key={key}><Suspense fallback={<p className="quiet" role="status">Loading…</p>}>
        {key.startsWith("s:") && step && <StepPanel id={id} step={step} />}
        {key.startsWith("b:") && step && <BranchPanel outlet={id} step={step} />}
        {trigger && <TriggerPanel trigger={trigger} />}
      </Suspense></div>
    </aside>
  );
}
