import { CircleAlert, CircleCheck } from "lucide-react";
import type { Api } from "../../api/client";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { mergeGroups } from "../../catalogue/mergeFields";
import { useDefinition } from "../../canvas/store";
import { humanise } from "../../model/narrate";
import { words } from "../../ui/codes";
import { EmailFrame } from "./EmailFrame";

/** What went to whom, and what would be different for a patient. */
export function TestResult({ sent }: { sent: Api<"TestSent"> }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const labels = new Map(mergeGroups(catalogue, definition).flatMap(g => g.fields).map(f => [f.name, f.label]));
  const good = sent.status === "sent";
  return (
    <section className="test-result" aria-label="The test">
      <p role="status" className={good ? "good" : "bad"}>{good ? <CircleCheck size={17} aria-hidden /> : <CircleAlert size={17} aria-hidden />}
        {good ? `Sent to ${sent.to}` : sent.status === "unknown" ? `Nobody knows whether it arrived: the provider did not answer.` : `It could not be sent: ${words(sent.code)}`}</p>
      {sent.missing.length > 0 && <div className="test-missing"><strong>Without a value, so a patient would not get it:</strong><ul>{sent.missing.map(field => <li key={field}>{labels.get(field) ?? humanise(field)} <code>{`{{${field}}}`}</code></li>)}</ul></div>}
      {sent.problems.length > 0 && <div className="test-missing"><strong>This contact would not get it:</strong><ul>{sent.problems.map(problem => <li key={problem.code}>{problem.message}</li>)}</ul></div>}
      {sent.channel === "sms" ? <p className="sms-bubble">{sent.text}</p> : <EmailFrame subject={sent.subject ?? ""} from={sent.from} text={sent.text ?? ""} html={sent.html ?? null} />}
    </section>
  );
}
