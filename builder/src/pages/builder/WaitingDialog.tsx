import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, take } from "../../api/client";
import { titleOf } from "../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { useBuilder, useBuilderStore } from "../../canvas/store";
import { Dialog } from "../../ui/Dialog";
import { Loaded } from "../../ui/Loaded";
import { Table } from "../../ui/Table";
import { WhoName } from "./WhoName";
import { useWhen } from "./words";

/** Who waits at a step now. */
export function WaitingDialog({ workflowId }: { workflowId: string }) {
  const when = useWhen();
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const id = useBuilder(s => s.waitingAt);
  const step = useBuilder(s => id ? s.history.now.steps[id] : undefined);
  const close = () => builder.getState().set({ waitingAt: null });
  const list = useQuery({ queryKey: ["enrollments", workflowId, "at", id], enabled: !!id, queryFn: () => take(api.GET("/api/enrollments", { params: { query: { workflowId, stepId: id!, limit: "100" } } })) });
  return (
    <Dialog open={id !== null} onClose={close} title={`Waiting at “${step ? titleOf(catalogue, step) : ""}”`} wide>
      <Loaded query={list}>{({ items }) => {
        const inside = items.filter(e => !["completed", "exited", "failed"].includes(e.status));
        return inside.length === 0 ? <p className="quiet">Nobody any more.</p> : (
          <Table caption="Waiting contacts" head={["Contact", "Since", "Goes on", "Way"]}>
            {inside.map(e => <tr key={e.id}><td><WhoName id={e.contactId} /></td><td>{when(e.changedAt)}</td><td>{e.nextAt ? when(e.nextAt) : "When it comes"}</td><td><Link to={`/workflows/${workflowId}?enrollment=${e.id}`} onClick={close}>Show the way</Link></td></tr>)}
          </Table>
        );
      }}</Loaded>
    </Dialog>
  );
}
