import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { api, take, type Api } from "../../api/client";
import { useContact } from "../../api/lists";
import { Canvas } from "../../canvas/Canvas";
import { light } from "../../canvas/lit";
import { Shortcuts } from "../../canvas/Shortcuts";
import { BuilderContext, createBuilder } from "../../canvas/store";
import { titleOf } from "../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { readDefinition, type Definition } from "../../model/definition";
import { SidePanel } from "../../panels/SidePanel";
import { Loaded } from "../../ui/Loaded";
import { words } from "../../ui/codes";
import { Status } from "../../ui/status";
import "./testing/testing.css";
import { WhoName } from "./WhoName";
import { happenedWords, useWhen } from "./words";

/** Whose reason is said beside them. */
const explained = ["failed", "skipped", "held"];
/** Reasons that are clearer with the clocks that texts keep to. */
const byClock = ["held.quietHours", "dropped.quietHours", "textHours.apart"];

/** A version as it was published, to look at; with an enrollment, the way that its contact took. */
export function PathView({ workflowId, enrollmentId, version }: { workflowId: string; enrollmentId: string | null; version: string | null }) {
  const enrollment = useQuery({ queryKey: ["enrollment", enrollmentId], enabled: !!enrollmentId, refetchInterval: 10_000, queryFn: () => take(api.GET("/api/enrollments/{id}", { params: { path: { id: enrollmentId! } } })) });
  const number = version ?? (enrollment.data ? String(enrollment.data.version) : null);
  const published = useQuery({ queryKey: ["version", workflowId, number], enabled: !!number, staleTime: Infinity, queryFn: () => take(api.GET("/api/workflows/{id}/versions/{number}", { params: { path: { id: workflowId, number: number as never } } })) });
  if (enrollmentId && !enrollment.data) return <div className="page"><Loaded query={enrollment}>{() => null}</Loaded></div>;
  return <Loaded query={published}>{v => <Shown key={`${number}${enrollmentId}`} workflowId={workflowId} definition={readDefinition(v.definition)} number={number!} enrollment={enrollment.data ?? null} />}</Loaded>;
}

function Shown({ workflowId, definition, number, enrollment }: { workflowId: string; definition: Definition; number: string; enrollment: Api<"EnrollmentView"> | null }) {
  const when = useWhen();
  const catalogue = useLoadedCatalogue();
  const hours = useContact(enrollment?.contactId ?? null).data?.whereabouts?.words;
  const [builder] = useState(() => { const made = createBuilder(workflowId, definition); made.getState().set({ readOnly: true }); return made; });
  const log = enrollment?.log;
  useEffect(() => {
    if (!enrollment) return;
    const over = ["completed", "exited", "failed"].includes(enrollment.status);
    const visits = (log ?? []).filter(l => l.stepId).map(l => ({ stepId: l.stepId!, what: l.what, code: l.code ?? null }));
    builder.getState().set({ lit: light(definition, visits, over ? null : enrollment.stepId ?? null) });
  }, [builder, definition, enrollment, log]);
  return (
    <BuilderContext value={builder}>
      <div className="shown">
        <div className="shown-bar" role="status">
          {enrollment ? <><strong><WhoName id={enrollment.contactId} /></strong><Status of="enrollment" is={enrollment.status} /><span>on version {number}, entered {when(enrollment.enrolledAt)}{enrollment.nextAt ? `, goes on ${when(enrollment.nextAt)}` : ""}</span></> : <strong>Version {number}, as it was published</strong>}
          <span className="grow" /><Link className="button small" to={`/workflows/${workflowId}`}><X size={15} aria-hidden />Back to the draft</Link>
        </div>
        <div className="bench">
          <Canvas />
          {log && (
            <aside className="side" aria-label="What happened">
              <header className="side-head"><div className="grow"><h2>What happened</h2></div></header>
              <ol className="side-body trace-lines">{log.map(l => <li key={l.seq} className={l.what}><span className="log-line"><time>{when(l.at)}</time><span><strong>{l.stepId ? definition.steps[l.stepId] ? titleOf(catalogue, definition.steps[l.stepId]!) : l.stepId : ""}</strong> {happenedWords(l.what)}{l.until ? ` until ${when(l.until)}` : ""}{explained.includes(l.what) && l.code ? <span className="quiet">: {words(l.code)}{byClock.includes(l.code) && hours ? ` ${hours}` : ""}</span> : ""}</span></span></li>)}</ol>
            </aside>
          )}
          {!log && <SidePanel />}
          <Shortcuts />
        </div>
      </div>
    </BuilderContext>
  );
}
