import "@xyflow/react/dist/base.css";
import { MiniMap, Panel, ReactFlow, ReactFlowProvider, type NodeChange } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { AddCard } from "./cards/AddCard";
import { ChipCard } from "./cards/ChipCard";
import { EndCard } from "./cards/EndCard";
import { HubCard } from "./cards/HubCard";
import { NoteCard } from "./cards/NoteCard";
import { StepCard } from "./cards/StepCard";
import { TriggerCard } from "./cards/TriggerCard";
import { Arrows } from "./Arrows";
import { Line } from "./Line";
import { mapColour } from "./mapColour";
import { sceneOf, type CardNode, type LineEdge, type Scene } from "./scene";
import { idOf, useBuilder, useBuilderStore, useDefinition } from "./store";
import { Tools } from "./Tools";
import { useDragging } from "./useDragging";
import { useKeyboard } from "./useKeyboard";
import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import { useOpenedInView } from "./useOpenedInView";
import { useView } from "./useView";
import "./canvas.css";
import "./cards.css";

const nodeTypes = { step: StepCard, trigger: TriggerCard, chip: ChipCard, end: EndCard, note: NoteCard, hub: HubCard, add: AddCard };
const edgeTypes = { line: Line };

/** The workflow itself: what is drawn is the definition, and every gesture is an edit of it. */
export function Canvas({ small = false }: { small?: boolean }) {
  return <ReactFlowProvider><Drawing small={small} /></ReactFlowProvider>;
}

function Drawing({ small }: { small: boolean }) {
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const selected = useBuilder(s => s.selected);
  const readOnly = useBuilder(s => s.readOnly);
  const [map, setMap] = useState(!small);
  const last = useRef<Scene | null>(null);
  // Only what is drawn decides where it lies: a letter typed into a text moves nothing.
  const scene = useMemo(() => (last.current = sceneOf(definition, last.current)), [definition]);
  const { over, onDrag, onDragStop, onPositions } = useDragging(builder, catalogue, scene);
  const nodes = useMemo(() => scene.nodes.map(node => {
    const [place, chosen] = [over?.get(node.id), selected.has(node.id)];
    return place || chosen ? { ...node, selected: chosen, ...(place ? { position: place, zIndex: 10, ...(place.width ? { width: place.width, height: place.height!, measured: { width: place.width, height: place.height! } } : {}) } : {}) } : node;
  }), [scene.nodes, over, selected]);
  const onNodesChange = useCallback((changes: NodeChange<CardNode>[]) => {
    onPositions(changes);
    const marked = changes.filter(change => change.type === "select");
    if (marked.length === 0) return;
    const next = new Set(builder.getState().selected);
    for (const { id, selected: on } of marked) if (on) next.add(id); else next.delete(id);
    builder.getState().select(next);
  }, [builder, onPositions]);
  const view = useView(scene, small ? 0.6 : 0.9);
  const keys = useKeyboard(scene, view);
  const empty = Object.keys(definition.steps).length === 0 && definition.triggers.length === 0;
  useOpenedInView(view);
  useEffect(() => { if (over === null) builder.getState().set({ drop: null }); }, [builder, over]);

  return (
    <div className="canvas" role="application" aria-label="Workflow canvas" aria-roledescription="canvas. Arrow keys walk from step to step, Enter opens, question mark shows all keys" onKeyDown={keys}>
      <ReactFlow<CardNode, LineEdge>
        nodes={nodes} edges={scene.edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes}
        onNodesChange={onNodesChange} onNodeDrag={onDrag} onNodeDragStop={onDragStop}
        onNodeClick={(event, node) => {
          if (node.type === "add" || node.type === "end" || node.type === "hub") return;
          // With Shift held the browser does not move the focus, and the keys would go nowhere.
          if (event.detail > 0 && node.type !== "note") event.currentTarget.querySelector<HTMLElement>("[data-key]")?.focus({ preventScroll: true });
          if (event.shiftKey || event.metaKey || event.ctrlKey) return builder.getState().set({ at: node.id });
          if (node.type === "note") return builder.getState().set({ at: node.id });
          builder.getState().open(node.type === "chip" && !/\/(branches|shares|none)/.test(idOf(node.id)) ? `s:${idOf(node.id).split("/")[0]}` : node.id, event.detail === 0 ? "" : null);
        }}
        onPaneClick={() => builder.getState().set({ panel: null, selected: new Set() })}
        onlyRenderVisibleElements nodesDraggable={!readOnly} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} disableKeyboardA11y deleteKeyCode={null}
        multiSelectionKeyCode={["Shift", "Meta", "Control"]} selectionKeyCode="Shift" zoomOnDoubleClick={false} panOnScroll={false} nodeDragThreshold={5} minZoom={0.08} maxZoom={2}
        defaultViewport={view.initial} elevateNodesOnSelect={false} attributionPosition="top-right">
        <Arrows />
        <Tools map={map} onMap={() => setMap(!map)} view={view} />
        {empty && <Panel position="top-center" className="begin-hint"><h2>Two things make a workflow</h2><p>A <strong>trigger</strong> says who comes in and when. <strong>Steps</strong> below it say what happens to them. Nothing goes out before you publish.</p></Panel>}
        {map && !empty && <MiniMap<CardNode> position="bottom-right" pannable zoomable ariaLabel="Map of the workflow" nodeColor={mapColour(definition)} nodeStrokeWidth={0} nodeBorderRadius={16} className="map" />}
      </ReactFlow>
    </div>
  );
}
