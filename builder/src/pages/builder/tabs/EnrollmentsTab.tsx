import { useState } from "react";
import { Link } from "react-router";
import { api, take } from "../../../api/client";
import { titleOf } from "../../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../../catalogue/CatalogueContext";
import { useDefinition } from "../../../canvas/store";
import { Badge } from "../../../ui/Badge";
import { Table } from "../../../ui/Table";
import { WhoName } from "../WhoName";
import { allStatuses, statusKind, statusWords, useWhen } from "../words";
import type { WorkflowView } from "../Workbench";
import { Pages, usePages } from "./Pages";

/** Everybody who is or was in this workflow. */
export function EnrollmentsTab({ workflow }: { workflow: WorkflowView }) {
  const when = useWhen();
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const [status, setStatus] = useState("");
  const [step, setStep] = useState("");
  const list = usePages(["enrollments", workflow.id, status, step], cursor => take(api.GET("/api/enrollments", { params: { query: { workflowId: workflow.id, limit: "50", ...(status ? { status } : {}), ...(step ? { stepId: step } : {}), ...(cursor ? { cursor } : {}) } } })));
  return (
    <div className="tab-page">
      <div className="filters" role="search">
        <label>Status <select className="input" value={status} onChange={event => setStatus(event.target.value)}><option value="">All</option>{allStatuses.map(([value, label]) => <option key={value} value={value}>{label}</option>)}</select></label>
        <label>At the step <select className="input" value={step} onChange={event => setStep(event.target.value)}><option value="">Any</option>{Object.entries(definition.steps).map(([id, s]) => <option key={id} value={id}>{titleOf(catalogue, s)}</option>)}</select></label>
      </div>
      <Pages query={list} empty={<><h2>Nobody yet</h2><p className="quiet">{status || step ? "Nobody fits this filter." : "Whoever enters this workflow stands here, with where they are and what comes next."}</p></>}>{items => (
        <Table caption="Enrollments" head={["Contact", "Status", "At", "Entered", "Goes on", "Version", "Way"]}>
          {items.map(e => (
            <tr key={e.id}><td><WhoName id={e.contactId} /></td><td><Badge kind={statusKind(e.status)}>{statusWords(e.status)}</Badge></td><td>{e.stepId ? definition.steps[e.stepId] ? titleOf(catalogue, definition.steps[e.stepId]!) : e.stepId : "–"}</td>
              <td>{when(e.enrolledAt)}</td><td>{when(e.nextAt ?? e.startAt) || (e.finishedAt ? `Ended ${when(e.finishedAt)}` : "–")}</td><td className="number">{e.version}</td><td><Link to={`/workflows/${workflow.id}?enrollment=${e.id}`}>Show on canvas</Link></td></tr>
          ))}
        </Table>
      )}</Pages>
    </div>
  );
}
