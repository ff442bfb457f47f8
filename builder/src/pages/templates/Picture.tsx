import { lazy, Suspense, useState } from "react";
import { Button } from "../../ui/Button";
import { StepOutline } from "./StepOutline";

// The canvas is large: it comes when it is looked at.
const ReadOnlyCanvas = lazy(async () => ({ default: (await import("../../canvas/ReadOnlyCanvas")).ReadOnlyCanvas }));

/** The workflow as it stands on the canvas, or in words. */
export function Picture({ definition, name }: { definition: unknown; name: string }) {
  const [inWords, setInWords] = useState(false);
  return (
    <section className="picture card" aria-label={`The workflow ${name}`} tabIndex={0}>
      <div className="picture-switch"><Button small aria-pressed={inWords} onClick={() => setInWords(!inWords)}>{inWords ? "Show the canvas" : "Show it in words"}</Button></div>
      {inWords ? <StepOutline definition={definition} /> : <Suspense fallback={<p className="quiet" role="status">Loading…</p>}><div className="picture-canvas"><ReadOnlyCanvas definition={definition} /></div></Suspense>}
    </section>
  );
}
