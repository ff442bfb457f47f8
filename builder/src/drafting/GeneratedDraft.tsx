import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, take, type Api } from "../api/client";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Wrong } from "../ui/Wrong";
import { StepOutline } from "../pages/templates/StepOutline";
import { FindingList } from "./FindingList";
import { Said } from "./Said";

/** A draft in words, with what was assumed and what is doubtful, before it becomes a workflow. */
export function GeneratedDraft({ generated, prompt, onBack }: { generated: Api<"Generated">; prompt: string; onBack: () => void }) {
  const [name, setName] = useState(() => prompt.split(/[.,\n]/)[0]!.trim().slice(0, 80));
  const [go, queries] = [useNavigate(), useQueryClient()];
  const make = useMutation({
    mutationFn: () => take(api.POST("/api/workflows", { body: { name, definition: generated.definition } })),
    onSuccess: made => { void queries.invalidateQueries({ queryKey: ["workflows"] }); void go(`/workflows/${made.id}`); },
  });
  return (
    <form onSubmit={e => { e.preventDefault(); make.mutate(); }}>
      <div className="generated">
        <div><h3>The steps</h3><StepOutline definition={generated.definition} /></div>
        <div>
          <Said title="Not understood" warning items={generated.notUnderstood.map(words => `“${words}”`)} />
          <Said title="Decided for you" items={generated.assumptions} />
          <FindingList findings={generated.findings} />
          <Field label="Name"><input value={name} onChange={e => setName(e.target.value)} maxLength={200} required /></Field>
        </div>
      </div>
      <Wrong error={make.error} />
      <div className="dialog-foot"><Button onClick={onBack}>Change the words</Button><Button look="main" type="submit" disabled={make.isPending || !name.trim()}>Make this draft and open it</Button></div>
    </form>
  );
}
