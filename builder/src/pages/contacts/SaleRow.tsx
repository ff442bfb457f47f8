import type { Api } from "../../api/client";
import { changeRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { useHoped } from "../../api/useHoped";
import { states } from "../../ui/status";

/** An opportunity; its stage and status are changed in place. */
export function SaleRow({ sale: real, pipelines }: { sale: Api<"Opportunity">; pipelines: Api<"Pipeline">[] }) {
  const save = useDeed((change: Partial<Api<"Opportunity">>) => changeRecord("/api/opportunities", real.id!, change), { stale: [["opportunities"], ["enrollments"], ["contacts"]], said: "Saved." });
  const [sale, hope] = useHoped(real, save.isError);
  const pipeline = pipelines.find(one => one.id === sale.pipelineId);
  const set = (change: Partial<Api<"Opportunity">>) => { hope({ ...real, ...change }); save.mutate(change); };
  return (
    <tr>
      <td><strong>{sale.name}</strong></td>
      <td className="quiet">{pipeline?.name ?? sale.pipelineId}</td>
      <td><select className="input" aria-label={`Stage of ${sale.name}`} value={sale.stageId} disabled={save.isPending} onChange={e => set({ stageId: e.target.value })}>{pipeline?.stages.map(stage => <option key={stage.id} value={stage.id}>{stage.name}</option>)}</select></td>
      <td className="number">{sale.value?.toLocaleString("en-US")}</td>
      <td><select className="input" aria-label={`Status of ${sale.name}`} value={sale.status} disabled={save.isPending} onChange={e => set({ status: e.target.value as Api<"OpportunityStatus"> })}>{Object.entries(states.opportunity).map(([status, [label]]) => <option key={status} value={status}>{label}</option>)}</select></td>
    </tr>
  );
}
