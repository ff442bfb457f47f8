import { useEffect, type KeyboardEvent } from "react";
import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import { addNote } from "../model/change";
import { copy, duplicate, paste, remove, shift, outletAfter, toggle } from "./commands";
import type { Scene } from "./scene";
import { useBuilderStore, type Builder } from "./store";
import type { View } from "./useView";
import { walk, type Way } from "./walk";

const typing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Undo, save and help work wherever one stands on the page, unless a text is being typed that has an undo of its own. Nothing is undone while something else than the draft is shown (not `drawn`). */
export function usePageKeys(builder: Builder, save: () => void, drawn = true) {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && key === "s") { event.preventDefault(); save(); return; }
      if (typing(event.target)) return;
      if (command && !drawn && (key === "z" || key === "y")) return;
      if (command && key === "z") { event.preventDefault(); if (event.shiftKey) builder.getState().redo(); else builder.getState().undo(); }
      else if (command && key === "y") { event.preventDefault(); builder.getState().redo(); }
      else if (event.key === "?" && !command) { event.preventDefault(); builder.getState().set({ help: true }); }
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [builder, save, drawn]);
}

/** The keys of the canvas itself. */
export function useKeyboard(scene: Scene, view: View) {
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  return (event: KeyboardEvent) => {
    if (typing(event.target) || !(event.currentTarget as HTMLElement).contains(event.target as Node)) return;
    const state = builder.getState();
    const command = event.ctrlKey || event.metaKey;
    const done = (what: () => unknown) => { event.preventDefault(); what(); };
    if (command) {
      switch (event.key.toLowerCase()) {
        case "c": if (String(getSelection())) return; return done(() => copy(builder, catalogue));
        case "x": return done(() => copy(builder, catalogue, true));
        case "v": return done(() => paste(builder));
        case "d": return done(() => duplicate(builder));
        case "a": return done(() => state.select(scene.nodes.filter(n => n.type === "step").map(n => n.id)));
      }
      return;
    }
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) return done(() => shift(builder, catalogue, event.key === "ArrowUp"));
    switch (event.key) {
      case "ArrowUp": case "ArrowDown": case "ArrowLeft": case "ArrowRight": return done(() => {
        const to = walk(scene.nodes, scene.edges, state.at, event.key as Way);
        if (!to) return;
        view.show(to);
        if (event.shiftKey) { state.set({ selected: new Set([...state.selected, ...(state.at ? [state.at] : []), to]), at: to, focusAsked: state.focusAsked + 1 }); } else state.go(to, true);
      });
      case "Insert": case "+": return done(() => { if (!state.readOnly) state.set({ palette: state.at === "add" || state.at?.startsWith("t:") && event.key === "Insert" ? { trigger: true } : { outlet: outletAfter(builder) } }); });
      case "Delete": case "Backspace": return done(() => remove(builder, catalogue));
      case "e": case "E": return done(() => toggle(builder, catalogue));
      case "n": case "N": return done(() => state.edit(d => addNote(d, view.centre()).definition, "Added a note"));
      case "=": return done(() => view.zoomBy(1.25));
      case "-": return done(() => view.zoomBy(0.8));
      case "1": return done(() => view.zoomTo(1));
      case "0": return done(() => view.fit());
      case "Home": return done(() => { view.top(); state.go(scene.nodes[0]?.id ?? null, true); });
      case "Escape": return done(() => state.panel ? state.close() : state.select([]));
    }
  };
}
