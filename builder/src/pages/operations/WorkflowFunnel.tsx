import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { useActions, useWaits } from "../../api/lists";
import { Funnel } from "../../ui/charts/Funnel";
import { Choice } from "../../ui/Choice";
import { Loaded } from "../../ui/Loaded";

/** How far those who entered one workflow came. */
export function WorkflowFunnel({ workflows }: { workflows: Api<"WorkflowView">[] }) {
  const [chosen, setChosen] = useState("");
  const id = chosen || (workflows.at(-1)?.id ?? "");
  const stats = useQuery({ queryKey: ["workflows", id, "stats"], queryFn: () => take(api.GET("/api/workflows/{id}/stats", { params: { path: { id } } })), enabled: !!id });
  const labels = new Map([...useActions().data ?? [], ...useWaits().data ?? []].map(one => [one.type, one.label]));
  if (workflows.length === 0) return null;
  const choice = <Choice label="Workflow" value={id} onChange={setChosen}>{workflows.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</Choice>;
  if (!stats.data) return <section className="card" aria-label="How far they came">{choice}<Loaded query={stats}>{() => null}</Loaded></section>;
  return (
    <Funnel title="How far they came"
      steps={stats.data.steps.filter(step => !step.deleted).map(step => ({ name: step.name ?? labels.get(step.type ?? "") ?? step.id, entered: Number(step.entered), failed: Number(step.failed) }))}>
      {choice}
    </Funnel>
  );
}
