import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CopyPlus, GitCompare, Undo2 } from "lucide-react";
import { Link, useNavigate } from "react-router";
import { api, take, takeTagged, type Api } from "../../../api/client";
import { useBuilderStore } from "../../../canvas/store";
import { readDefinition } from "../../../model/definition";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { Loaded } from "../../../ui/Loaded";
import { Menu } from "../../../ui/Menu";
import { Table } from "../../../ui/Table";
import { useSay } from "../../../ui/Toasts";
import type { WorkflowView } from "../Workbench";
import { useWhen } from "../words";
import { Pages, usePages } from "./Pages";

type Line = Api<"VersionLine">;

/** Every published version: what changed in words, look at it, take it back into the draft. */
export function VersionsTab({ workflow, save }: { workflow: WorkflowView; save: () => Promise<boolean> }) {
  const when = useWhen();
  const builder = useBuilderStore();
  const queries = useQueryClient();
  const [say, go] = [useSay(), useNavigate()];
  const [asked, setAsked] = useState<{ number: number; against: string } | null>(null);
  const list = usePages(["versions", workflow.id], cursor => take(api.GET("/api/workflows/{id}/versions", { params: { path: { id: workflow.id }, query: { limit: "50", ...(cursor ? { cursor } : {}) } } })));
  const restore = useMutation({
    // Taken into the draft as an edit like any other, so that it can be undone.
    mutationFn: async (number: number) => {
      const version = await take(api.GET("/api/workflows/{id}/versions/{number}", { params: { path: { id: workflow.id, number: String(number) as never } } }));
      builder.getState().edit(d => ({ ...readDefinition(version.definition), ...(d.layout ? { layout: d.layout } : {}), notes: d.notes ?? [] }), `Took version ${number} into the draft`);
      await save();
      return number;
    },
    onSuccess: async number => { await queries.invalidateQueries({ queryKey: ["workflow", workflow.id] }); say(`Version ${number} is the draft now. It goes live when you publish; Undo takes it back.`); },
    onError: error => say(error.message, "bad"),
  });
  const branch = useMutation({
    mutationFn: async (number: number) => {
      const version = await take(api.GET("/api/workflows/{id}/versions/{number}", { params: { path: { id: workflow.id, number: String(number) as never } } }));
      return take(api.POST("/api/workflows", { body: { name: `${workflow.name} (version ${number})`.slice(-200), folder: workflow.folder ?? null, definition: version.definition } }));
    },
    onSuccess: async made => { await queries.invalidateQueries({ queryKey: ["workflows"] }); say("It is a draft of its own. This workflow is as it was."); void go(`/workflows/${made.id}`); },
    onError: error => say(error.message, "bad"),
  });
  return (
    <div className="tab-page">
      <Pages query={list} empty={<><h2>Not published yet</h2><p className="quiet">Each time you publish, what was published is kept here for ever.</p></>}>{items => (
        <Table caption="Versions" head={["Version", "Published", "By", "Note", <span key="m" className="hidden">What can be done</span>]}>
          {items.map((v: Line) => {
            const n = Number(v.number);
            return (
              <tr key={v.versionId}><td><strong>{n}</strong> {v.current && <Badge kind="good">Live</Badge>}</td><td className="nowrap">{when(v.publishedAt)}</td><td>{v.by}</td><td>{v.note ?? ""}</td>
                <td><span className="row versions-row"><Button small onClick={() => setAsked({ number: n, against: String(n - 1) })}>What changed</Button><Link className="button small" to={`/workflows/${workflow.id}?version=${n}`}>Look at it</Link><Menu label={`More for version ${n}`} items={[
                  { label: "Compare with the draft", icon: <GitCompare size={16} aria-hidden />, onSelect: () => setAsked({ number: n, against: "draft" }) },
                  { label: "Restore into the draft", icon: <Undo2 size={16} aria-hidden />, disabled: restore.isPending, onSelect: () => restore.mutate(n) },
                  { label: "Make a new workflow of it", icon: <CopyPlus size={16} aria-hidden />, disabled: branch.isPending, onSelect: () => branch.mutate(n) },
                ]} /></span></td></tr>
            );
          })}
        </Table>
      )}</Pages>
      {asked && <Difference workflow={workflow} asked={asked} save={save} onClose={() => setAsked(null)} onAgainst={against => setAsked({ ...asked, against })} />}
    </div>
  );
}

function Difference({ workflow, asked, save, onClose, onAgainst }: { workflow: WorkflowView; asked: { number: number; against: string }; save: () => Promise<boolean>; onClose: () => void; onAgainst: (against: string) => void }) {
  const diff = useQuery({
    queryKey: ["diff", workflow.id, asked], gcTime: 0,
    queryFn: async () => {
      if (asked.against === "draft") await save();
      const { value } = await takeTagged(api.GET("/api/workflows/{id}/versions/{number}/diff", { params: { path: { id: workflow.id, number: String(asked.number) as never }, query: { against: asked.against } } }));
      return value;
    },
  });
  const others = ["draft", ...Array.from({ length: workflow.version + 1 }, (_, n) => String(workflow.version - n)).filter(n => n !== String(asked.number))];
  return (
    <Dialog open onClose={onClose} title={asked.against === "draft" ? `What the draft does differently from version ${asked.number}` : `Version ${asked.number} beside ${asked.against === "0" ? "nothing" : `version ${asked.against}`}`} wide>
      <label className="row against">Compare with <select className="input" value={asked.against} onChange={event => onAgainst(event.target.value)}>{others.map(o => <option key={o} value={o}>{o === "draft" ? "the draft" : o === "0" ? "nothing" : `version ${o}`}</option>)}</select></label>
      <Loaded query={diff}>{d => d.same ? <p className="quiet">They do the same.</p> : <ul className="plain-list long">{d.sentences.map((s, at) => <li key={at}>{s}</li>)}</ul>}</Loaded>
    </Dialog>
  );
}
