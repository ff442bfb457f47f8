import { useState } from "react";
import { Link } from "react-router";
import { api, take } from "../../../api/client";
import { useSettings } from "../../../api/lists";
import { titleOf } from "../../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../../catalogue/CatalogueContext";
import { useDefinition } from "../../../canvas/store";
import { ContactPicker } from "../../../panels/text/ContactPicker";
import { Badge } from "../../../ui/Badge";
import { Table } from "../../../ui/Table";
import { atWall, dayEnd } from "../../../ui/time";
import { WhoName } from "../WhoName";
import { allHappened, happenedWords, useWhen } from "../words";
import type { WorkflowView } from "../Workbench";
import { Pages, usePages } from "./Pages";

const kind = (what: string) => what === "failed" || what === "unknown" ? "danger" as const : what === "done" ? "good" as const : what === "skipped" || what === "held" || what === "retrying" ? "warning" as const : "plain" as const;

/** Line by line what this workflow did. */
export function LogsTab({ workflow }: { workflow: WorkflowView }) {
  const zone = useSettings().data?.timeZone;
  const when = useWhen();
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const [filter, setFilter] = useState({ action: "", status: "", contactId: null as string | null, from: "", to: "" });
  const set = (change: Partial<typeof filter>) => setFilter({ ...filter, ...change });
  const query = { ...(filter.action ? { action: filter.action } : {}), ...(filter.status ? { status: filter.status } : {}), ...(filter.contactId ? { contactId: filter.contactId } : {}), ...(filter.from ? { from: atWall(`${filter.from}T00:00`, zone) } : {}), ...(filter.to ? { to: dayEnd(filter.to, zone) } : {}) };
  const list = usePages(["log", workflow.id, filter], cursor => take(api.GET("/api/workflows/{id}/log", { params: { path: { id: workflow.id }, query: { limit: "50", ...query, ...(cursor ? { cursor } : {}) } } })));
  return (
    <div className="tab-page">
      <div className="filters" role="search" aria-label="Log">
        <label>Step <select className="input" value={filter.action} onChange={event => set({ action: event.target.value })}><option value="">All</option>{Object.entries(definition.steps).map(([id, s]) => <option key={id} value={id}>{titleOf(catalogue, s)}</option>)}</select></label>
        <label>What happened <select className="input" value={filter.status} onChange={event => set({ status: event.target.value })}><option value="">All</option>{allHappened.map(([value, label]) => <option key={value} value={value}>{label}</option>)}</select></label>
        <label>From <input className="input" type="date" value={filter.from} onChange={event => set({ from: event.target.value })} /></label>
        <label>To <input className="input" type="date" value={filter.to} onChange={event => set({ to: event.target.value })} /></label>
        <span className="filter-contact">Contact <ContactPicker label="Contact" none="Everybody" value={filter.contactId} onChange={contactId => set({ contactId })} /></span>
      </div>
      <Pages query={list} empty={Object.keys(query).length > 0 ? <><h2>Nothing fits</h2><p className="quiet">No line fits these filters.</p></> : <><h2>Nothing happened yet</h2><p className="quiet">Every message, wait and decision is written down here.</p></>}>{items => (
        <Table caption="Log" head={["When", "Contact", "Step", "What", "Why", "Way"]}>
          {items.map(l => <tr key={`${l.enrollmentId} ${l.seq}`}><td className="nowrap">{when(l.at)}</td><td><WhoName id={l.contactId} /></td><td>{l.stepName ?? (l.stepId && definition.steps[l.stepId] ? titleOf(catalogue, definition.steps[l.stepId]!) : l.stepType) ?? "–"}</td><td><Badge kind={kind(l.what)}>{happenedWords(l.what)}</Badge></td><td>{[l.why, l.until && `Until ${when(l.until)}.`].filter(Boolean).join(" ")}</td><td><Link to={`/workflows/${workflow.id}?enrollment=${l.enrollmentId}`}>Show</Link></td></tr>)}
        </Table>
      )}</Pages>
    </div>
  );
}
