import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { size } from "../model/layout";
import type { CardNode, Scene } from "./scene";
import type { Key } from "./store";

export interface View {
  initial: { x: number; y: number; zoom: number };
  fit(): void;
  /** The beginning, at a size at which it can be read. */
  top(least?: number): void;
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
  /** Moves as little as it takes to see a card. */
  show(key: Key): void;
  centre(): { x: number; y: number };
}

/** What part of the canvas is seen; at first, at this size at least. */
export function useView(scene: Scene, least = 0.9): View {
  const flow = useReactFlow<CardNode>();
  const store = useStoreApi();
  const now = useRef(scene);
  now.current = scene;
  const view = useMemo<View>(() => {
    const room = () => { const { width, height } = store.getState(); return { width: width || 900, height: height || 600 }; };
    const bounds = () => {
      const cards = now.current.nodes.filter(n => n.type !== "note");
      const [left, right] = [Math.min(...cards.map(n => n.position.x)), Math.max(...cards.map(n => n.position.x + n.width!))];
      return { left, right, top: Math.min(...cards.map(n => n.position.y)), bottom: Math.max(...cards.map(n => n.position.y + n.height!)) };
    };
    return {
      initial: { x: 400, y: 40, zoom: 1 },
      fit() {
        const { width, height } = room();
        const b = bounds();
        const zoom = Math.max(0.08, Math.min(1, (width - 64) / (b.right - b.left), (height - 64) / (b.bottom - b.top)));
        void flow.setViewport({ x: width / 2 - (b.left + b.right) / 2 * zoom, y: height / 2 - (b.top + b.bottom) / 2 * zoom, zoom }, { duration: 200 });
      },
      top(least = 0.9) {
        const { width, height } = room();
        const b = bounds();
        const whole = Math.min((width - 60) / (b.right - b.left), (height - 60) / (b.bottom - b.top));
        const zoom = Math.min(1, Math.max(least, whole));
        void flow.setViewport({ x: width / 2 - (b.left < -width / zoom ? 0 : (b.left + b.right) / 2 * zoom * (whole >= least ? 1 : 0)), y: 28, zoom });
      },
      zoomBy: factor => void flow.zoomTo(flow.getZoom() * factor, { duration: 120 }),
      zoomTo: zoom => void flow.zoomTo(zoom, { duration: 120 }),
      show(key) {
        const node = now.current.nodes.find(n => n.id === key);
        if (!node) return;
        const { width, height } = room();
        const { x, y, zoom } = flow.getViewport();
        const [left, top] = [node.position.x * zoom + x, node.position.y * zoom + y];
        const [w, h] = [(node.width ?? size.card.width) * zoom, (node.height ?? size.card.height) * zoom];
        const dx = left < 40 ? 40 - left : left + w > width - 40 ? width - 40 - left - w : 0;
        const dy = top < 24 ? 24 - top : top + h > height - 60 ? height - 60 - top - h : 0;
        if (dx || dy) void flow.setViewport({ x: x + dx, y: y + dy, zoom });
      },
      centre() {
        const { width, height } = room();
        const { x, y, zoom } = flow.getViewport();
        return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
      },
    };
  }, [flow, store]);
  useEffect(() => { const id = requestAnimationFrame(() => view.top(least)); return () => cancelAnimationFrame(id); }, [view, least]);
  return view;
}
