import { useState } from "react";
import { titleOf, describe, labelOf } from "../catalogue/catalogue";
import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import type { Field as Descriptor } from "../catalogue/descriptors";
import { useBuilder } from "../canvas/store";
import { changeStep, configAt, setConfig, setEnabled } from "../model/change";
import { isAction, isBranching, type Step } from "../model/definition";
import { Field } from "../ui/Field";
import { BranchList } from "./BranchList";
import { absent } from "./check";
import { FormField } from "./fields/FormField";
import { OnErrorFields } from "./OnErrorFields";
import { Preview } from "./text/Preview";
import { TestSend } from "./text/TestSend";
import { TimeoutFields } from "./TimeoutFields";
import { StepFindings } from "./StepFindings";

/** The form of a step, drawn from its descriptor. */
export function StepPanel({ id, step }: { id: string; step: Step }) {
  const catalogue = useLoadedCatalogue();
  const edit = useBuilder(s => s.edit);
  const readOnly = useBuilder(s => s.readOnly);
  const fields = describe(catalogue, step.type)?.config ?? [];
  const channel = channelOf(catalogue.actions.get(step.type), step);
  const tested = testedOn(fields, channel, step);
  const [first, more] = useSplit(fields, step);
  const name = titleOf(catalogue, step);
  const set = (field: string, value: Parameters<typeof setConfig>[3]) => edit(d => setConfig(d, id, field, value), `Changed ${name}`, `${id} ${field}`);
  const draw = (field: Descriptor) => <FormField key={field.name} field={field} fields={fields} config={step.config} pointer={`/steps/${id}/config`} channel={channel} onChange={set} />;
  const text = (field: string) => { const value = configAt(step.config, field); return typeof value === "string" ? value : ""; };
  return (
    <fieldset className="form" disabled={readOnly}>
      <StepFindings id={id} />
      <Field label="Name" optional help="What this step is called on the canvas and in histories."><input className="input" value={step.name ?? ""} placeholder={labelOf(catalogue, step)} maxLength={500} data-field={`/steps/${id}/name`}
        onChange={event => edit(d => changeStep(d, id, { name: event.target.value || undefined } as Partial<Step>), `Renamed ${name}`, `${id} name`)} /></Field>
      {isBranching(step) && <BranchList id={id} step={step} />}
      {first.map(draw)}
      {(channel === "sms" || channel === "email") && fields.some(f => f.name === "body") && (absent(configAt(step.config, "body")) && step.config?.["templateId"]
        ? <p className="quiet">The template’s text is used.</p>
        : usualWords(fields, step) ? <p className="quiet">Left empty, the message says what this step usually says. “Test workflow” shows it.</p>
        : <Preview channel={channel} subject={text("subject")} body={text("body")} html={text("html")} />)}
      {tested && <TestSend id={id} step={step} channel={tested} />}
      {more.length > 0 && <details className="more-fields"><summary>More options ({more.length})</summary>{more.map(draw)}</details>}
      {takesTimeout(step.type) && <TimeoutFields id={id} step={step} />}
      {isAction(step) && <OnErrorFields id={id} step={step} />}
      <label className="tick-line enabled"><input type="checkbox" checked={step.enabled !== false} onChange={event => edit(d => setEnabled(d, [id], event.target.checked), `${event.target.checked ? "Switched on" : "Switched off"} “${name}”`)} /> Switched on<small className="quiet">A step that is off is passed over and logged as skipped.</small></label>
    </fieldset>
  );
}

/** A message that may be left empty has words of its own. */
const usualWords = (fields: readonly Descriptor[], step: Step) => fields.some(f => f.name === "body" && !f.required && !f.unless) && absent(configAt(step.config, "body"));

const takesTimeout = (type: string) => ["wait.reply", "wait.condition", "wait.link", "wait.email", "goal"].includes(type);

function channelOf(action: { channel?: string; channelField?: string } | undefined, step: Step) {
  const chosen = action?.channelField ? configAt(step.config, action.channelField) : undefined;
  return action?.channel ?? (typeof chosen === "string" ? chosen : undefined);
}

/** How a test of the step would go. A note to the team chooses its channel like any other field. */
function testedOn(fields: readonly Descriptor[], channel: string | undefined, step: Step) {
  const on = channel ?? configAt(step.config, "channel");
  return isAction(step) && fields.some(f => f.name === "body") && (on === "email" || on === "sms") ? on : null;
}

/** What must be filled in, and what is, stands first; the rest is put away. Decided once, so that nothing jumps while one types. */
function useSplit(fields: readonly Descriptor[], step: Step): [Descriptor[], Descriptor[]] {
  const [names] = useState(() => new Set(fields.filter(f => fields.length <= 6 || f.required || f.unless || !absent(configAt(step.config, f.name))).map(f => f.name)));
  const wanted = (f: Descriptor) => names.has(f.name) || ["templateId", "subject", "body"].includes(f.name);
  return [fields.filter(wanted), fields.filter(f => !wanted(f))];
}
