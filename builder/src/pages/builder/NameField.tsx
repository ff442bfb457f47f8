import { useEffect, useRef, useState } from "react";
import { useChange } from "./useChange";
import type { WorkflowView } from "./Workbench";

/** The workflow's name, changed in place. */
export function NameField({ workflow }: { workflow: WorkflowView }) {
  const [name, setName] = useState(workflow.name);
  const left = useRef(false);
  useEffect(() => setName(workflow.name), [workflow.name]);
  const rename = useChange(workflow.id, "Renamed");
  const done = () => { const to = name.trim(); if (!left.current && to && to !== workflow.name) rename.mutate({ name: to }, { onError: () => setName(workflow.name) }); else setName(workflow.name); left.current = false; };
  return (
    <h1 className="name"><span className="hidden">{workflow.name}</span><span className="name-size" aria-hidden>{name || " "}</span>
      <input aria-label="Name of the workflow" title={name} value={name} maxLength={200} size={1} onChange={event => setName(event.target.value)} onBlur={done}
        onKeyDown={event => { if (event.key === "Enter") event.currentTarget.blur(); else if (event.key === "Escape") { left.current = true; event.currentTarget.blur(); } }} />
    </h1>
  );
}
