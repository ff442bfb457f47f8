import { useBuilder } from "../canvas/store";
import { changeStep } from "../model/change";
import type { OnError, Step } from "../model/definition";
import { Field } from "../ui/Field";

/** What happens when an action has failed for good. */
export function OnErrorFields({ id, step }: { id: string; step: Step }) {
  const edit = useBuilder(s => s.edit);
  const now = step.onError ?? {};
  const set = (change: Partial<OnError>, words: string) => edit(d => changeStep(d, id, { onError: { ...d.steps[id]!.onError, ...change } }), words, `${id} onError`);
  return (
    <details className="more-fields" open={!!step.onError?.then && step.onError.then !== "continue"}>
      <summary>If it fails</summary>
      <div data-field={`/steps/${id}/onError`}>
        <Field label="When it has failed for good">
          <select className="input" value={now.then ?? "continue"} onChange={event => set({ then: event.target.value as NonNullable<OnError["then"]>, ...(event.target.value === "branch" && now.next === undefined ? { next: step.next ?? null } : {}) }, "Changed what happens on failure")}>
            <option value="continue">Go on with the next step</option><option value="stop">Stop here as failed</option><option value="branch">Take another path: a branch “Failed”</option>
          </select>
        </Field>
        <Field label="Try at most" help="Each attempt waits longer than the one before.">
          <input className="input" type="number" min={1} max={10} value={now.maxAttempts ?? 5} onChange={event => set({ maxAttempts: Math.min(10, Math.max(1, Number(event.target.value) || 1)) }, "Changed the number of attempts")} />
        </Field>
      </div>
    </details>
  );
}
