import { lazy, Suspense, useState, type ComponentType } from "react";
import { Button } from "../../ui/Button";
import { StepOutline } from "./StepOutline";

// The canvas is a part of its own; until it is there, a template is told in words.
const canvases = import.meta.glob<{ ReadOnlyCanvas: ComponentType<{ definition: unknown }> }>("../../canvas/ReadOnlyCanvas.tsx");
const load = Object.values(canvases)[0];
const ReadOnlyCanvas = load && lazy(async () => ({ default: (await load()).ReadOnlyCanvas }));

/** The workflow as it stands on the canvas, or in words. */
export function Picture({ definition, name }: { definition: unknown; name: string }) {
  const [inWords, setInWords] = useState(!ReadOnlyCanvas);
  return (
    <section className="picture card" aria-label={`The workflow ${name}`} tabIndex={0}>
      {ReadOnlyCanvas && <div className="picture-switch"><Button small aria-pressed={inWords} onClick={() => setInWords(!inWords)}>{inWords ? "Show the canvas" : "Show it in words"}</Button></div>}
      {inWords || !ReadOnlyCanvas ? <StepOutline definition={definition} /> : <Suspense fallback={<p className="quiet" role="status">Loading…</p>}><div className="picture-canvas"><ReadOnlyCanvas definition={definition} /></div></Suspense>}
    </section>
  );
}
