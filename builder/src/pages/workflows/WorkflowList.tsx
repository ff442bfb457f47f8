import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api, take } from "../../api/client";
import { readAll } from "../../api/paged";
import { Button } from "../../ui/Button";
import { Loaded } from "../../ui/Loaded";
import { Table } from "../../ui/Table";
import { ListTools } from "./ListTools";
import { NoWorkflows } from "./NoWorkflows";
import { shown, type Wish } from "./shown";
import { WorkflowRow } from "./WorkflowRow";

const partSize = 30;

export function WorkflowList({ onCreate }: { onCreate: () => void }) {
  const [address, setAddress] = useSearchParams();
  const [parts, setParts] = useState(1);
  const get = (key: string) => address.get(key) ?? "";
  const wish: Wish = { search: get("search"), folder: get("folder"), status: get("status"), sort: get("sort") || "changed" };
  const deleted = wish.status === "deleted";
  const set = (key: keyof Wish, value: string) => { setParts(1); setAddress(now => { now.delete(key); if (value) now.set(key, value); return now; }, { replace: true }); };
  const list = useQuery({
    queryKey: ["workflows", deleted ? "deleted" : "all"],
    queryFn: () => readAll(c => take(api.GET("/api/workflows", { params: { query: { limit: "200", ...(deleted ? { deleted: "true" } : {}), ...(c ? { cursor: c } : {}) } } }))),
    refetchInterval: 10_000,
  });
  return (
    <Loaded query={list}>{all => {
      const folders = [...new Set(all.flatMap(w => w.folder ? [w.folder] : []))].sort((a, b) => a.localeCompare(b));
      const rows = shown(all, wish);
      const head = ["Name", "State", ...["In it now", "Entered", "Finished", "Failing"].map(label => <span key={label} className="number-head">{label}</span>), "Needs review", deleted ? "Deleted" : "Changed", <span key="menu" className="hidden">What can be done</span>];
      return <>
        <ListTools wish={wish} folders={folders} withFigures={all.some(one => one.figures)} onChange={set} />
        {rows.length === 0 ? <NoWorkflows any={all.length > 0} deleted={deleted} onCreate={onCreate} /> : (
          <Table caption={deleted ? "Deleted workflows" : "Workflows"} head={head}>
            {rows.slice(0, parts * partSize).map(view => <WorkflowRow key={view.id} view={view} folders={folders} />)}
          </Table>
        )}
        {rows.length > parts * partSize && <div className="more"><Button onClick={() => setParts(parts + 1)}>Show more ({rows.length - parts * partSize})</Button></div>}
      </>;
    }}</Loaded>
  );
}
