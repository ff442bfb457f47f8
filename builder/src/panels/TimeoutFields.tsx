import { useBuilder } from "../canvas/store";
import { changeStep } from "../model/change";
import type { Step, Timeout } from "../model/definition";
import { Field } from "../ui/Field";
import { DurationField } from "./fields/DurationField";

/** How long to wait at most; whoever waited in vain takes the branch “Timed out”. */
export function TimeoutFields({ id, step }: { id: string; step: Step }) {
  const edit = useBuilder(s => s.edit);
  const inside = step.config?.["timeout"] as unknown as Timeout | undefined;
  const timeout = step.timeout ?? inside;
  const set = (next: Timeout | undefined, words: string, group?: string) => edit(d => {
    const now = d.steps[id]!;
    const { timeout: _, ...config } = now.config ?? {};
    return changeStep(d, id, { timeout: next, config } as Partial<Step>);
  }, words, group);
  return (
    <div data-field={`/steps/${id}/timeout`}>
      <label className="tick-line gap"><input type="checkbox" checked={!!timeout} onChange={event => set(event.target.checked ? { after: "P1D", next: step.next ?? null } : undefined, event.target.checked ? "Added a timeout" : "Removed a timeout")} /> Go on when it takes too long</label>
      {timeout ? <Field label="At most" help="Then the contact takes the branch “Timed out”."><DurationField label="At most" value={timeout.after} onChange={after => set({ ...timeout, after: after ?? "" }, "Changed a timeout", `${id} timeout`)} /></Field>
        : <p className="quiet">Without it, whoever never does this stays here for ever.</p>}
    </div>
  );
}
