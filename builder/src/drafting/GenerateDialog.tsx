import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, take } from "../api/client";
import { Dialog } from "../ui/Dialog";
import { GeneratedDraft } from "./GeneratedDraft";
import { PromptForm } from "./PromptForm";

const examples = [
  "When someone submits the consultation form, send a text right away, wait 1 day, and if they have not booked, send an email and create a task for the front desk.",
  "Two days before an appointment, text a reminder and ask for C to confirm. If nobody answers within a day, call.",
  "After a visit, wait 3 hours and ask for a review by text.",
  "When an appointment becomes a no-show, wait 20 minutes, send a kind text, and after one day an email with a link to book again.",
];

/** From plain words to a draft that is looked at before it is made. */
export function GenerateDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [prompt, setPrompt] = useState("");
  const draft = useMutation({ mutationFn: () => take(api.POST("/api/workflows/generate", { body: { prompt } })) });
  const close = () => { draft.reset(); onClose(); };
  return (
    <Dialog open={open} onClose={close} wide={!!draft.data} title="Build using AI"
      about={draft.data ? "This is what was understood. Nothing is saved yet." : "Say in your own words when it starts and what should happen. You get a draft to look at; nothing is ever published for you."}>
      {draft.data ? <GeneratedDraft generated={draft.data} prompt={prompt} onBack={() => draft.reset()} />
        : <PromptForm label="What should happen?" examples={examples} press="Draft it" prompt={prompt} busy={draft.isPending} error={draft.error} onPrompt={setPrompt} onSend={() => draft.mutate()} onClose={close} />}
    </Dialog>
  );
}
