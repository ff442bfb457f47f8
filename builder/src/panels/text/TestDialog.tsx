import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, ApiError, take } from "../../api/client";
import { useBuilder } from "../../canvas/store";
import type { Step } from "../../model/definition";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { ContactPicker } from "./ContactPicker";
import { testAddress, type TestChannel } from "./testAddress";
import { testProblems } from "./testProblems";
import { TestResult } from "./TestResult";
import { usePreviewContact } from "./usePreview";
import "./text.css";

/** Asks where a test is to go, and shows what went. */
export function TestDialog({ id, step, channel, onClose }: { id: string; step: Step; channel: TestChannel; onClose: () => void }) {
  const workflow = useBuilder(s => s.workflowId);
  const contact = usePreviewContact();
  const [to, setTo] = useState(() => testAddress.get(channel));
  const test = useMutation({
    mutationFn: () => take(api.POST("/api/workflows/{id}/steps/{step}/test-send", {
      params: { path: { id: workflow, step: id } }, body: { to, type: step.type, config: step.config ?? {}, ...(contact.id ? { contactId: contact.id } : {}) } as never,
    })),
    onSuccess: () => testAddress.keep(channel, to.trim()),
  });
  const problems = test.error instanceof ApiError ? testProblems(test.error) : null;
  return (
    <Dialog open onClose={onClose} title="Send a test" about={channel === "sms" ? "The text goes to the number below and nowhere else, marked as a test. Use your own phone." : "The email goes to the address below and nowhere else, marked as a test. Use your own mailbox."}>
      <form onSubmit={event => { event.preventDefault(); test.mutate(); }}>
        <Field label={channel === "sms" ? "Your phone number" : "Your email address"} error={problems?.to} help="Kept in this browser for the next time.">
          <input type={channel === "sms" ? "tel" : "text"} inputMode={channel === "sms" ? "tel" : "email"} autoComplete={channel === "sms" ? "tel" : "email"} required maxLength={254} value={to} onChange={event => setTo(event.target.value)} autoFocus />
        </Field>
        <div className="field"><span className="label">Filled in for</span><ContactPicker label="Filled in for" none="An invented contact" value={contact.id} onChange={contact.choose} /></div>
        {problems?.rest.map(words => <p key={words} className="wrong-note" role="alert">{words}</p>)}
        {test.data && <TestResult sent={test.data} />}
        <div className="dialog-foot"><Button onClick={onClose}>Close</Button><Button look="main" type="submit" disabled={test.isPending}>{test.isPending ? "Sending…" : test.data ? "Send again" : "Send"}</Button></div>
      </form>
    </Dialog>
  );
}
