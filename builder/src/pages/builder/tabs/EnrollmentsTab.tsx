import { useSearchParams } from "react-router";
import { api, take, type Api } from "../../../api/client";
import { useSettings } from "../../../api/lists";
import { titleOf } from "../../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../../catalogue/CatalogueContext";
import { useDefinition } from "../../../canvas/store";
import { states } from "../../../ui/status";
import { Table } from "../../../ui/Table";
import { atWall, dayEnd } from "../../../ui/time";
import type { WorkflowView } from "../Workbench";
import { EnrollmentRow } from "./EnrollmentRow";
import { Pages, usePages } from "./Pages";

/** Everybody who is or was in this workflow. */
export function EnrollmentsTab({ workflow }: { workflow: WorkflowView }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const zone = useSettings().data?.timeZone;
  const [address, setAddress] = useSearchParams();
  const [status, step, from, to] = ["status", "stepId", "from", "to"].map(key => address.get(key) ?? "") as [string, string, string, string];
  const set = (key: string, value: string) => setAddress(now => { now.delete(key); if (value) now.set(key, value); return now; }, { replace: true });
  const wish = { ...(status ? { status } : {}), ...(step ? { stepId: step } : {}), ...(from ? { from: atWall(`${from}T00:00`, zone) } : {}), ...(to ? { to: dayEnd(to, zone) } : {}) };
  const list = usePages(["enrollments", workflow.id, wish], cursor => take(api.GET("/api/enrollments", { params: { query: { workflowId: workflow.id, limit: "50", ...wish, ...(cursor ? { cursor } : {}) } } })), 10_000);
  return (
    <div className="tab-page">
      <div className="filters" role="search" aria-label="Enrollments">
        <label>Status <select className="input" value={status} onChange={event => set("status", event.target.value)}><option value="">All</option>{Object.entries(states.enrollment).map(([value, [label]]) => <option key={value} value={value}>{label}</option>)}</select></label>
        <label>At the step <select className="input" value={step} onChange={event => set("stepId", event.target.value)}><option value="">Any</option>{Object.entries(definition.steps).map(([id, s]) => <option key={id} value={id}>{titleOf(catalogue, s)}</option>)}</select></label>
        <label>Entered from <input className="input" type="date" value={from} max={to || undefined} onChange={event => set("from", event.target.value)} /></label>
        <label>to <input className="input" type="date" value={to} min={from || undefined} onChange={event => set("to", event.target.value)} /></label>
      </div>
      <Pages query={list} empty={Object.keys(wish).length > 0 ? <><h2>Nobody fits</h2><p className="quiet">No enrollment fits these filters.</p></> : <><h2>Nobody yet</h2><p className="quiet">Whoever enters this workflow stands here, with where they are and what comes next.</p></>}>{items => (
        <Table caption="Enrollments" head={["Contact", "Status", "At", "Entered", "Goes on", "Version", "Way", <span key="menu" className="hidden">What can be done</span>]}>
          {items.map((e: Api<"EnrollmentView">) => <EnrollmentRow key={e.id} enrollment={e} at={e.stepId ? definition.steps[e.stepId] ? titleOf(catalogue, definition.steps[e.stepId]!) : e.stepId : "–"} />)}
        </Table>
      )}</Pages>
    </div>
  );
}
