import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, take, takeTagged } from "../../api/client";
import { useSay } from "../../ui/Toasts";
import type { WorkflowView } from "./Workbench";

/** The workflow's name, changed in place. */
export function NameField({ workflow }: { workflow: WorkflowView }) {
  const queries = useQueryClient();
  const say = useSay();
  const [name, setName] = useState(workflow.name);
  const left = useRef(false);
  useEffect(() => setName(workflow.name), [workflow.name]);
  const rename = useMutation({
    mutationFn: async (to: string) => {
      const { etag } = await takeTagged(api.GET("/api/workflows/{id}", { params: { path: { id: workflow.id } } }));
      return take(api.PATCH("/api/workflows/{id}", { params: { path: { id: workflow.id }, header: { "If-Match": etag } }, body: { name: to } }));
    },
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ["workflow", workflow.id] }); await queries.invalidateQueries({ queryKey: ["workflows"] }); say("Renamed"); },
    onError: error => { setName(workflow.name); say(error.message, "bad"); },
  });
  const done = () => { const to = name.trim(); if (!left.current && to && to !== workflow.name) rename.mutate(to); else setName(workflow.name); left.current = false; };
  return (
    <h1 className="name"><span className="hidden">{workflow.name}</span><span className="name-size" aria-hidden>{name || " "}</span>
      <input aria-label="Name of the workflow" title={name} value={name} maxLength={200} size={1} onChange={event => setName(event.target.value)} onBlur={done}
        onKeyDown={event => { if (event.key === "Enter") event.currentTarget.blur(); else if (event.key === "Escape") { left.current = true; event.currentTarget.blur(); } }} />
    </h1>
  );
}
