import { Sparkles } from "lucide-react";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Wrong } from "../ui/Wrong";
import "./drafting.css";

/** A wish in plain words, with examples to take up. */
export function PromptForm({ label, examples, press, prompt, busy, error, onPrompt, onSend, onClose }: {
  label: string; examples: readonly string[]; press: string; prompt: string; busy: boolean; error: Error | null; onPrompt: (prompt: string) => void; onSend: () => void; onClose: () => void;
}) {
  return (
    <form onSubmit={e => { e.preventDefault(); onSend(); }}>
      <Field label={label}><textarea value={prompt} onChange={e => onPrompt(e.target.value)} maxLength={4000} rows={5} required autoFocus /></Field>
      <Wrong error={error} />
      <div className="examples" role="group" aria-label="Examples">
        <span className="quiet">For example:</span>
        {examples.map(example => <button key={example} type="button" onClick={() => onPrompt(example)}>{example}</button>)}
      </div>
      <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={busy || !prompt.trim()}><Sparkles size={16} aria-hidden /> {busy ? "Drafting…" : press}</Button></div>
    </form>
  );
}
