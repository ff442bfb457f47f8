import { useEffect, useState } from "react";
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

const live = ["scheduled", "active", "waiting", "paused"];
// The list knows one status at a time; for those who are inside it is searched so far by itself, and further when asked.
const farEnough = 1_000;

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
    ...Object.fromEntries(Object.entries(same).filter(([, value]) => value)), ...(status && status !== "live" ? { status } : {}),
    ...(from ? { from: atWall(`${from}T00:00`, zone) } : {}), ...(to ? { to: dayEnd(to, zone) } : {}),
  };
  const list = usePaged(["enrollments", "list", filter], cursor => take(api.GET("/api/enrollments", { params: { query: { limit: "100", ...filter, ...(cursor ? { cursor } : {}) } } })), 10_000);
  const rows = (list.data ?? []).filter(row => status !== "live" || live.includes(row.status));
  const [read, inside, { hasNextPage, isFetching, isError, fetchNextPage }] = [list.data?.length ?? 0, status === "live", list];
  const looking = inside && list.isSuccess && rows.length === 0 && hasNextPage && read < farEnough;
  useEffect(() => { if (looking && !isFetching && !isError) void fetchNextPage(); }, [looking, isFetching, isError, fetchNextPage]);
  const choose = (ids: string[], on: boolean) => setChosen(now => { const next = new Set(now); for (const id of ids) if (on) next.add(id); else next.delete(id); return next; });
  return <>
    <EnrollmentFilters wish={wish} onChange={set} />
    <BulkBar all={!inside} chosen={rows.filter(row => chosen.has(row.id))} filter={filter as Api<"JobFilter"> & { workflowId?: string }} onDone={() => setChosen(new Set())} />
    <Loaded query={list}>{() => rows.length === 0 ? looking ? <p className="quiet" role="status">Looking for those who are inside…</p> : <None read={inside && hasNextPage ? read : null} /> : (
      <Table caption="Enrollments" head={[<Tick key="all" bare label="Choose all that are shown" checked={rows.every(row => chosen.has(row.id))} onChange={e => choose(rows.map(row => row.id), e.target.checked)} />, "Contact", "Workflow", "Status", "Step", "Next", "Entered", <span key="menu" className="hidden">What can be done</span>]}>
        {rows.map(row => <EnrollmentLine key={row.id} enrollment={row} chosen={chosen.has(row.id)} onChoose={on => choose([row.id], on)} />)}
      </Table>
    )}</Loaded>
    <More query={list} />
  </>;
}

/** Nobody at all, or nobody among those that were read. */
const None = ({ read }: { read: number | null }) => read === null ? <Empty title="Nobody here">No enrollment fits these filters.</Empty>
  : <Empty title={`Nobody among the newest ${read.toLocaleString("en-US")}`}>Of these enrollments all are over. There are older ones; show more to look among them.</Empty>;
