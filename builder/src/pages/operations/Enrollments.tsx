import { useState } from "react";
import { useSearchParams } from "react-router";
import { api, take, type Api } from "../../api/client";
import { useSettings } from "../../api/lists";
import { usePaged } from "../../api/paged";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Table } from "../../ui/Table";
import { Tick } from "../../ui/Tick";
import { atWall, dayEnd } from "../../ui/time";
import { BulkBar } from "./BulkBar";
import { EnrollmentFilters, type EnrollmentWish } from "./EnrollmentFilters";
import { EnrollmentLine } from "./EnrollmentLine";

const live: Api<"EnrollmentStatus">[] = ["scheduled", "active", "waiting", "paused"];

/** Who is in which workflow, with what can be done with one or with many. */
export function Enrollments() {
  const [address, setAddress] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const zone = useSettings().data?.timeZone;
  const get = (key: string) => address.get(key) ?? "";
  const wish: EnrollmentWish = { workflowId: get("workflowId"), status: get("status"), stepId: get("stepId"), from: get("from"), to: get("to") };
  const set = (key: keyof EnrollmentWish, value: string) => { setChosen(new Set()); setAddress(now => { now.delete(key); if (value) now.set(key, value); if (key === "workflowId") now.delete("stepId"); return now; }, { replace: true }); };
  const { status, from, to, ...same } = wish;
  const filter = {
    ...Object.fromEntries(Object.entries(same).filter(([, value]) => value)),
    ...(from ? { from: atWall(`${from}T00:00`, zone) } : {}), ...(to ? { to: dayEnd(to, zone) } : {}),
  };
  const asked = { ...filter, ...(status ? { status: status === "live" ? live.join(",") : status } : {}) };
  const bulk = { ...filter, ...(status === "live" ? { statuses: live } : status ? { status } : {}) };
  const list = usePaged(["enrollments", "list", asked], cursor => take(api.GET("/api/enrollments", { params: { query: { limit: "100", ...asked, ...(cursor ? { cursor } : {}) } } })), 10_000);
  const rows = list.data ?? [];
  const choose = (ids: string[], on: boolean) => setChosen(now => { const next = new Set(now); for (const id of ids) if (on) next.add(id); else next.delete(id); return next; });
  return <>
    <EnrollmentFilters wish={wish} onChange={set} />
    <BulkBar chosen={rows.filter(row => chosen.has(row.id))} filter={bulk as Api<"JobFilter"> & { workflowId?: string }} onDone={() => setChosen(new Set())} />
    <Loaded query={list}>{() => rows.length === 0 ? list.hasNextPage ? <Empty title="Nobody among the newest">There are older enrollments; show more to look among them.</Empty> : <Empty title="Nobody here">No enrollment fits these filters.</Empty> : (
      <Table caption="Enrollments" head={[<Tick key="all" bare label="Choose all that are shown" checked={rows.every(row => chosen.has(row.id))} onChange={e => choose(rows.map(row => row.id), e.target.checked)} />, "Contact", "Workflow", "Status", "Step", "Next", "Entered", <span key="menu" className="hidden">What can be done</span>]}>
        {rows.map(row => <EnrollmentLine key={row.id} enrollment={row} chosen={chosen.has(row.id)} onChoose={on => choose([row.id], on)} />)}
      </Table>
    )}</Loaded>
    <More query={list} />
  </>;
}
