import { useState } from "react";
import { useNavigate } from "react-router";
import { api, take, type Api } from "../../api/client";
import { useDeed } from "../../api/useDeed";
import { Menu } from "../../ui/Menu";
import { DeedDialog } from "./DeedDialog";
import { deeds, fitting, type Deed } from "./deeds";

export function DeedMenu({ enrollment, name }: { enrollment: Api<"EnrollmentView">; name: string }) {
  const [asked, setAsked] = useState<Deed | null>(null);
  const go = useNavigate();
  const params = { path: { id: enrollment.id } };
  const act = useDeed(([deed, reason, stepId]: [Deed, string?, string?]) => {
    const why = reason ? { reason } : {};
    return deed === "move" ? take(api.POST("/api/enrollments/{id}/move", { params, body: { ...why, stepId: stepId! } })) : take(api.POST(`/api/enrollments/{id}/${deed}`, { params, body: why }));
  }, { stale: [["enrollments"], ["workflows"], ["jobs"]], said: ([deed]) => deeds[deed][1], then: () => setAsked(null) });
  const needsWords: Deed[] = ["stop", "skip", "move"];
  return <>
    <Menu label={`What can be done with ${name}`} items={[
      { label: "Show the path", onSelect: () => void go(`/workflows/${enrollment.workflowId}?enrollment=${enrollment.id}`) },
      null,
      ...fitting(enrollment.status).map(deed => ({ label: deeds[deed][0], danger: deed === "stop", onSelect: () => needsWords.includes(deed) ? setAsked(deed) : act.mutate([deed]) })),
    ]} />
    {asked && <DeedDialog deed={asked} count={1} workflowId={enrollment.workflowId} version={enrollment.version} busy={act.isPending} onClose={() => setAsked(null)} onGo={(reason, stepId) => act.mutate([asked, reason, stepId])} />}
  </>;
}
