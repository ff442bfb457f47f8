import { useActions, useTriggers, useWaits } from "../../api/lists";
import { withoutBlocks } from "../../panels/text/template/flat";
import { duration } from "../../ui/time";
import { outline, triggersOf, type OutlineStep } from "./outline";
import { StepIcon } from "./StepIcon";
import "./outline.css";

/** A workflow in words, from its triggers down, with branches side by side. */
export function StepOutline({ definition }: { definition: unknown }) {
  const [actions, triggers, waits] = [useActions(), useTriggers(), useWaits()];
  const labels = new Map([...actions.data ?? [], ...triggers.data ?? [], ...waits.data ?? []].map(one => [one.type, one.label]));
  const steps = outline(definition);
  return (
    <ol className="outline" aria-label="Steps in order">
      {triggersOf(definition).map(trigger => <li key={trigger.id} className="outline-step"><StepIcon type="trigger" /><div><small>Starts it</small><strong>{trigger.name ?? labels.get(trigger.type) ?? trigger.type}</strong></div></li>)}
      {steps.length === 0 && <li className="outline-step quiet">No steps yet.</li>}
      <Steps steps={steps} labels={labels} />
    </ol>
  );
}

/** A message as one reads it aloud: "{{contact.firstName | default: …}}" is "[first name]". */
const plainWords = (text: string) => withoutBlocks(text).replace(/\{\{\s*(?:contact\.|[\w]+\.(?=\w+\.))*([\w.]+)[^}]*\}\}/g, (_, name: string) => `[${name.replace(/\./g, " ").replace(/([A-Z])/g, " $1").toLowerCase()}]`);

function Steps({ steps, labels }: { steps: OutlineStep[]; labels: Map<string, string> }) {
  return steps.map(step => {
    const label = labels.get(step.type) ?? step.type;
    if (step.again) return <li key={`again ${step.id}`} className="outline-again">goes on at “{step.name || label}”</li>;
    return (
      <li key={step.id}>
        <div className="outline-step"><StepIcon type={step.type} /><div>{step.name && step.name !== label && <small>{label}</small>}<strong>{step.name || label}</strong>{step.detail && <p>{plainWords(duration(step.detail))}</p>}</div></div>
        {step.ways.length > 0 && <ul className="outline-ways">{step.ways.map((way, at) => (
          <li key={at}><span className="outline-way">{way.name}</span>{way.steps.length > 0 ? <ol className="outline"><Steps steps={way.steps} labels={labels} /></ol> : <p className="outline-again">ends here</p>}</li>
        ))}</ul>}
      </li>
    );
  });
}
