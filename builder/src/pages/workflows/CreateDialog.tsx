import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, take } from "../../api/client";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";

export function CreateDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [name, setName] = useState("");
  const [go, queries] = [useNavigate(), useQueryClient()];
  const create = useMutation({
    mutationFn: () => take(api.POST("/api/workflows", { body: { name } })),
    onSuccess: made => { void queries.invalidateQueries({ queryKey: ["workflows"] }); void go(`/workflows/${made.id}`); },
  });
  return (
    <Dialog open={open} onClose={onClose} title="Create a workflow" about="It begins as an empty draft. Nothing happens to anybody before you publish it.">
      <form onSubmit={e => { e.preventDefault(); create.mutate(); }}>
        <Field label="Name" help="As your team will know it, such as “Reminders before a visit”."><input value={name} onChange={e => setName(e.target.value)} maxLength={200} required autoFocus /></Field>
        <Wrong error={create.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={create.isPending || !name.trim()}>Create and open</Button></div>
      </form>
    </Dialog>
  );
}
