import { Pause, Play } from "lucide-react";
import { Link } from "react-router";
import { api, take, type Api } from "../../api/client";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Section } from "../../ui/Section";
import { Status } from "../../ui/status";
import { Table } from "../../ui/Table";

/** Every workflow that was published: how many wait in it, and a switch that pauses it. */
export function RunningTable({ workflows, figures }: { workflows: Api<"WorkflowView">[]; figures: (Record<string, unknown> | null | undefined)[] }) {
  const turn = useDeed(([one, what]: [Api<"WorkflowView">, "pause" | "resume"]) => take(api.POST(`/api/workflows/{id}/${what}`, { params: { path: { id: one.id } } })),
    { stale: [["workflows"]], said: ([one, what]) => what === "pause" ? `“${one.name}” is paused.` : `“${one.name}” goes on.` });
  return (
    <Section title="Workflows">
      <Table caption="Published workflows" head={["Name", "State", <span key="w" className="number-head">Waiting</span>, <span key="f" className="number-head">Failed</span>, <span key="p" className="hidden">Pause</span>]}>
        {workflows.map((one, at) => {
          const paused = one.status === "paused";
          return (
            <tr key={one.id}>
              <td><Link to={`/workflows/${one.id}`}>{one.name}</Link></td>
              <td><Status of="workflow" is={one.status} /></td>
              <td className="number">{shown(figures[at], "waiting")}</td>
              <td className="number">{shown(figures[at], "failed")}</td>
              <td className="menu-cell">{one.status !== "draft" && <Button small look="bare" disabled={turn.isPending} onClick={() => turn.mutate([one, paused ? "resume" : "pause"])} aria-label={`${paused ? "Resume" : "Pause"} ${one.name}`}>{paused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />} {paused ? "Resume" : "Pause"}</Button>}</td>
            </tr>
          );
        })}
      </Table>
    </Section>
  );
}

/** Null: it could not be read; undefined: it is on its way. */
const shown = (figures: Record<string, unknown> | null | undefined, status: string) =>
  figures === undefined ? "…" : figures === null ? <span title="It could not be read.">?</span> : Number(figures[status] ?? 0) || "–";
