import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import { nameIn, useUsers } from "../../../api/lists";
import { describe, type Catalogue } from "../../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../../catalogue/CatalogueContext";
import { light } from "../../../canvas/lit";
import { useBuilderStore } from "../../../canvas/store";
import { Button } from "../../../ui/Button";
import { EmailFrame } from "../../../panels/text/EmailFrame";
import type { SimulationTrace } from "./TestPanel";
import { eventWords, happenedWords, since, useWhen } from "../words";

type Line = SimulationTrace["lines"][number];

/** What happened, line by line; the canvas follows. */
export function Trace({ trace, onAgain }: { trace: SimulationTrace; onAgain: () => void }) {
  const when = useWhen();
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const users = useUsers();
  // A notice to the team names its people by their ids.
  const to = (receivers: string) => `to ${receivers.split(",").map(one => nameIn(users, one)).join(", ")}`;
  const lines = trace.lines;
  const words = (l: Line) => told(catalogue, l, when);
  const [at, setAt] = useState(Math.max(0, lines.length - 1));
  useEffect(() => {
    const visits = lines.slice(0, at + 1).filter((l): l is Line & { stepId: string } => !!l.stepId).map(l => ({ stepId: l.stepId, what: l.what, code: l.code ?? null }));
    const last = lines[at];
    builder.getState().set({ lit: light(builder.getState().history.now, visits, last?.stepId && last.what !== "finished" ? last.stepId : null) });
  }, [at, lines, builder]);
  const end = trace.enrollments[0];
  const entered = !trace.refused && (trace.trigger?.admitted ?? lines.length > 0);
  return (
    <div className="trace">
      <div className={entered ? "verdict good" : "verdict bad"} role="status">
        <strong>{entered ? end?.reason?.words ?? (end?.status === "waiting" ? "Still waiting at the end" : "It ran to its end") : "The contact does not enter"}</strong>
        <p>{entered ? `${messages(lines)} over ${since(trace.startedAt, trace.endedAt)}.${end?.waitsFor ? ` Still waits for ${end.waitsFor}.` : ""}` : trace.refused?.words ?? trace.trigger?.why.words}</p>
        {!entered && trace.trigger?.triggers.map(t => t.rows?.map((row, i) => <p key={`${t.id}${i}`}><code>{row.field}</code> is {row.found ?? "empty"}, but {JSON.stringify(row.expected)} was asked for.</p>))}
      </div>
      {lines.length > 0 && (
        <div className="stepper" role="group" aria-label="Step through">
          <Button small look="bare" aria-label="One back" disabled={at === 0} onClick={() => setAt(at - 1)}><ChevronLeft size={17} aria-hidden /></Button>
          <input type="range" min={0} max={lines.length - 1} value={at} aria-label="Moment" aria-valuetext={`${at + 1} of ${lines.length}: ${lines[at] ? words(lines[at]) : ""}`} onChange={event => setAt(Number(event.target.value))} />
          <Button small look="bare" aria-label="One on" disabled={at === lines.length - 1} onClick={() => setAt(at + 1)}><ChevronRight size={17} aria-hidden /></Button>
        </div>
      )}
      <ol className="trace-lines">
        {merged(trace).map((item, i) => "event" in item
          ? <li key={i} className="trace-event"><time>{since(trace.startedAt, item.event.at) || "At once"}</time><span>{eventWords(item.event.type, catalogue.triggers.get(item.event.type)?.label)}{item.event.words && item.event.by === "start" ? `: ${item.event.words}` : ""}</span></li>
          : (
            <li key={i} className={`${item.index === at ? "now" : ""} ${item.index > at ? "later" : ""} ${item.line.what}`}>
              <button type="button" aria-current={item.index === at ? "step" : undefined} onClick={() => setAt(item.index)}><time dateTime={item.line.at} title={when(item.line.at)}>{since(trace.startedAt, item.line.at) || "At once"}</time><span>{words(item.line)}</span></button>
              {item.line.messages?.map((m, n) => m.channel === "sms" ? <div key={n}><p className="sms-bubble">{m.text}</p><small className="quiet">{to(m.to ?? "")}{m.segments && m.segments > 1 ? ` · ${m.segments} messages` : ""}</small></div> : <EmailFrame key={n} subject={m.subject ?? ""} text={m.text ?? ""} html={m.html ?? null} from={m.to ? to(m.to) : null} />)}
              {item.line.calls?.map((c, n) => <small key={n} className="quiet">{c.method} {c.url} → {c.refused ?? c.status ?? "sent"}</small>)}
            </li>
          ))}
      </ol>
      <Button onClick={onAgain}>Try something else</Button>
    </div>
  );
}

const told = (catalogue: Catalogue, l: Line, when: (iso: string) => string) => { const name = l.stepName ?? (l.stepType ? describe(catalogue, l.stepType)?.label : ""); return `${name ?? ""}${name ? ": " : ""}${happenedWords(l.what)}${l.until && l.what === "waiting" ? ` until ${when(l.until)}` : l.what === "finished" ? "" : l.what === "decided" && l.why ? `: ${l.why}` : l.why ? ` – ${l.why}` : ""}`; };
function messages(lines: readonly Line[]) {
  const all = lines.flatMap(l => l.messages ?? []);
  const count = (channel: string, one: string) => { const n = all.filter(m => m.channel === channel).length; return n === 0 ? "" : `${n} ${one}${n === 1 ? "" : "s"}`; };
  return [count("sms", "text"), count("email", "email")].filter(Boolean).join(" and ") || "No messages";
}

/** Lines and what the contact did, in the order of time; what the workflow's own steps set off stands with the steps. */
function merged(trace: SimulationTrace): ({ line: Line; index: number } | { event: SimulationTrace["events"][number] })[] {
  const items: { at: string; order: number; item: { line: Line; index: number } | { event: SimulationTrace["events"][number] } }[] = [
    ...trace.events.filter(event => event.by === "start" || event.by === "script").map(event => ({ at: event.at, order: 0, item: { event } })), ...trace.lines.map((line, index) => ({ at: line.at, order: 1, item: { line, index } }))];
  return items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.order - b.order).map(x => x.item);
}
