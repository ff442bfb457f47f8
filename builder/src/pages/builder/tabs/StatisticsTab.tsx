import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";
import { api, take, type Api } from "../../../api/client";
import { titleOf } from "../../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../../catalogue/CatalogueContext";
import { useDefinition } from "../../../canvas/store";
import { inOrder } from "../../../model/reach";
import { Figures } from "../../../ui/Figures";
import { Loaded } from "../../../ui/Loaded";
import { states } from "../../../ui/status";
import { Table } from "../../../ui/Table";
import { useWhen } from "../words";
import type { WorkflowView } from "../Workbench";
import { Funnel } from "./Funnel";

/** In percent of what was sent; what failed in percent of all that was tried. */
const share = (m: Record<"sent" | "failed", number | string> & Partial<Record<string, number | string>>, of: string) => Math.round(100 * Number(m[of]) / Math.max(1, Number(m.sent) + (of === "failed" ? Number(m.failed) : 0)));

/** How it goes: who came in, how far they got, and what became of the messages. */
export function StatisticsTab({ workflow }: { workflow: WorkflowView }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const [go, when] = [useNavigate(), useWhen()];
  const stats = useQuery({ queryKey: ["workflows", workflow.id, "stats"], queryFn: () => take(api.GET("/api/workflows/{id}/stats", { params: { path: { id: workflow.id } } })) });
  return (
    <div className="tab-page"><Loaded query={stats}>{s => {
      const order = inOrder(definition);
      const steps = [...s.steps].sort((a, b) => (order.indexOf(a.id) + 1 || 999) - (order.indexOf(b.id) + 1 || 999));
      const name = (id: string, given: string | null | undefined) => definition.steps[id] ? titleOf(catalogue, definition.steps[id]!) : given ?? id;
      const messages = steps.filter(step => step.messages && Number(step.messages.sent) + Number(step.messages.failed) > 0);
      const counts = Object.entries(s.enrollments).filter(([, n]) => Number(n) > 0);
      const lately = <p className="quiet">{s.cutOffAt ? `There was too much to count all of it: since ${when(s.cutOffAt)}.` : "Of the last 30 days."}</p>;
      return (
        <>
          <Figures items={[
            { label: "Contacts entered", value: counts.reduce((sum, [, n]) => sum + Number(n), 0) },
            ...counts.map(([status, n]) => ({ label: states.enrollment[status as Api<"EnrollmentStatus">][0], value: Number(n), kind: status === "failed" ? "danger" as const : undefined, onClick: () => void go(`/workflows/${workflow.id}/enrollments?status=${status}`) })),
          ]} />
          <section className="card gap-below" aria-labelledby="funnel-title"><h2 id="funnel-title">From step to step</h2><p className="quiet">Since the workflow was first published.</p>
            {steps.some(step => Number(step.entered) > 0) ? <Funnel rows={steps.filter(step => !step.deleted || Number(step.entered) > 0).map(step => ({ id: step.id, name: name(step.id, step.name) + (step.deleted ? " (deleted)" : ""), entered: Number(step.entered), waiting: Number(step.waiting), failed: Number(step.failed), skipped: Number(step.skipped) }))} />
              : <p className="quiet">Once contacts walk through it, you see here how many reach each step. <Link to={`/workflows/${workflow.id}?test`}>Try it out</Link> meanwhile.</p>}
          </section>
          {messages.length > 0 && <section className="gap-below"><h2>Messages</h2>{lately}<Table caption="Messages" head={["Step", "Sent", "Delivered", "Opened", "Clicked", "Replied", "Unsubscribed", "Failed"]}>
            {messages.map(step => <tr key={step.id}><td>{name(step.id, step.name)}</td>{(["sent", "delivered", "opened", "clicked", "replied", "unsubscribed", "failed"] as const).map(k => <td key={k} className="number">{Number(step.messages![k])}{k !== "sent" && Number(step.messages![k]) > 0 && <small className="quiet"> {share(step.messages!, k)} %</small>}</td>)}</tr>)}
          </Table></section>}
          <section><h2>Triggers</h2>{lately}<p className="quiet">Events from before it was published are counted too, and let nobody in. Why one patient is not here: open the contact, Automation, “Why not?”.</p><Table caption="Triggers" head={["Trigger", "Events seen", "Let in", "Why others were not"]}>
            {s.triggers.map(t => <tr key={t.id}><td>{t.name ?? catalogue.triggers.get(t.type)?.label ?? t.type}</td><td className="number">{Number(t.seen)}</td><td className="number">{Number(t.matched)}</td><td>{t.reasons.length === 0 ? "–" : <ul className="reasons">{t.reasons.slice(0, 3).map((r, at) => <li key={at}>{Number(r.count)} × {r.expected ? `did not fit “${r.expected}”` : r.words}</li>)}</ul>}</td></tr>)}
          </Table></section>
        </>
      );
    }}</Loaded></div>
  );
}
