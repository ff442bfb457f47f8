import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, take, type Api } from "../api/client";
import { useBuilderStore } from "../canvas/store";
import { readDefinition } from "../model/definition";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { FindingList } from "./FindingList";
import { PromptForm } from "./PromptForm";
import { Said } from "./Said";

const examples = [
  "Make the first wait two days.",
  "Also tell the front desk by email.",
  "Send texts only on weekdays between 9 and 5.",
  "Remove the last step.",
];

/** The draft that is open, changed by plain words: first what would be different, then, if that is what was meant, on the canvas. */
export function ChangeDialog({ workflowId, save, onClose }: { workflowId: string; save: () => Promise<boolean>; onClose: () => void }) {
  const [prompt, setPrompt] = useState("");
  const draft = useMutation({ mutationFn: async () => {
    // The server changes the draft that it has.
    if (!await save()) throw new Error("Your last changes are not saved yet. Try again in a moment.");
    return take(api.POST("/api/workflows/generate", { body: { prompt, workflowId } }));
  } });
  return (
    <Dialog open onClose={onClose} title="Change using AI"
      about={draft.data ? "This is what was understood. Nothing is changed yet." : "Say in your own words what should be different. You see it before it is done, and Undo takes it back."}>
      {draft.data ? <Change generated={draft.data} prompt={prompt} onBack={() => draft.reset()} onDone={onClose} />
        : <PromptForm label="What should be different?" examples={examples} press="Show the change" prompt={prompt} busy={draft.isPending} error={draft.error} onPrompt={setPrompt} onSend={() => draft.mutate()} onClose={onClose} />}
    </Dialog>
  );
}

function Change({ generated, prompt, onBack, onDone }: { generated: Api<"Generated">; prompt: string; onBack: () => void; onDone: () => void }) {
  const builder = useBuilderStore();
  const take = () => {
    // What was open at the side may be gone.
    builder.getState().set({ panel: null });
    builder.getState().replace(readDefinition(generated.definition), `Changed using AI: ${prompt.trim().slice(0, 80)}`);
    onDone();
  };
  return (
    <>
      <Said title="Not understood" warning items={generated.notUnderstood.map(words => `“${words}”`)} />
      {generated.changes.length > 0 ? <Said title="What changes" items={generated.changes} /> : <p>Nothing would be different.</p>}
      <Said title="Decided for you" items={generated.assumptions} />
      <FindingList findings={generated.findings} />
      <div className="dialog-foot"><Button onClick={onBack}>Change the words</Button><Button look="main" disabled={generated.changes.length === 0} onClick={take}>Change the draft</Button></div>
    </>
  );
}
