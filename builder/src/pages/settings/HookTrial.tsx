import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { useTriggers } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { words } from "../../ui/codes";
import { Wrong } from "../../ui/Wrong";

/** Says what a call would do, as the connection is saved now: whose it is and which workflows it starts. Nothing happens. */
export function HookTrial({ hook }: { hook: Api<"HookView"> }) {
  const [body, setBody] = useState<string | null>(null);
  const triggers = useTriggers();
  const text = body ?? JSON.stringify({ contact: { firstName: "Maya", email: "maya@example.com" } }, null, 2);
  const trial = useDeed(() => take(api.POST("/api/hooks/{id}/test", { params: { path: { id: hook.id } }, body: { body: read(text) } })), { stale: [], quiet: true });
  const { data } = trial;
  return (
    <details className="hook-trial">
      <summary>Try a call</summary>
      <Field label="What the other system would post" help="Nothing is sent and nobody comes into a workflow."><textarea rows={5} className="code" spellCheck={false} value={text} onChange={e => setBody(e.target.value)} /></Field>
      <Button small disabled={trial.isPending} onClick={() => trial.mutate()}><FlaskConical size={15} aria-hidden /> Try it</Button>
      <Wrong error={trial.error} />
      {data && <div role="status">
        <p>It means “{triggers.data?.find(one => one.type === data.event.type)?.label ?? data.event.type}”.</p>
        <pre className="wire" tabIndex={0}>{JSON.stringify(data.event.data, null, 2)}</pre>
        {data.workflows.length === 0 ? <p className="quiet">No published workflow listens to it.</p> : <ul className="plain">{data.workflows.map(one => <li key={`${one.workflowId} ${one.triggerId}`}><Badge kind={one.starts ? "good" : "plain"}>{one.starts ? "Starts" : "Does not start"}</Badge> {one.name}{one.code && <span className="quiet"> {words(one.code)}</span>}</li>)}</ul>}
      </div>}
    </details>
  );
}

function read(text: string): unknown {
  try { return JSON.parse(text); } catch { throw new Error("This is not JSON: look at the brackets and quotes."); }
}
