import { useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { api, take, type Api } from "../../api/client";
import { useNow } from "../../api/clock";
import { useSettings, useWorkflows } from "../../api/lists";
import { readAll, readSome } from "../../api/paged";
import { listRecords } from "../../api/records";
import { Bars } from "../../ui/charts/Bars";
import { Lines } from "../../ui/charts/Lines";
import { Figures } from "../../ui/Figures";
import { atWall } from "../../ui/time";
import { cutNote, dayLabel, inside, lastDays, sends } from "./figures";
import { RunningTable } from "./RunningTable";
import { WorkflowFunnel } from "./WorkflowFunnel";

// A practice sends some hundred messages a week; a picture of two weeks seldom needs more than this many parts of 200. Where
// it does, the picture says so.
const parts = 10;

/** What runs, waits and fails now, and how it went these two weeks. */
export function Overview() {
  const [go, zone, now, workflows] = [useNavigate(), useSettings().data?.timeZone, useNow(), useWorkflows()];
  const live = (workflows.data ?? []).filter(one => one.version > 0);
  const stats = useQueries({ queries: live.map(one => ({ queryKey: ["workflows", one.id, "stats"], queryFn: () => take(api.GET("/api/workflows/{id}/stats", { params: { path: { id: one.id } } })), staleTime: 15_000 })) });
  const of = (...states: Api<"EnrollmentStatus">[]) => stats.reduce((sum, one) => sum + states.reduce((part, state) => part + Number(one.data?.enrollments[state] ?? 0), 0), 0);
  const days = lastDays(14, now, zone);
  const from = atWall(`${days[0]}T00:00`, zone);
  const page = (cursor: string | undefined) => ({ params: { query: { limit: "200", ...(cursor ? { cursor } : {}) } } });
  const messages = useQuery({ queryKey: ["messages", "fortnight"], staleTime: 30_000, enabled: !!zone, queryFn: () => readSome(c => take(api.GET("/api/messages", page(c))), parts, last => !!last.at && last.at < from) });
  const enrollments = useQuery({ queryKey: ["enrollments", "fortnight"], staleTime: 30_000, queryFn: () => readSome(c => take(api.GET("/api/enrollments", page(c))), parts) });
  const tasks = useQuery({ queryKey: ["tasks", "all"], staleTime: 15_000, queryFn: () => readAll(cursor => listRecords<Api<"WorkTask">>("/api/tasks", cursor), 20) });
  const waiting = tasks.data?.filter(task => task.effectId && !task.completedAt).length ?? 0;
  const sent = sends(messages.data?.items ?? [], days, zone);
  return <>
    <Figures items={[
      { label: "Running now", value: of("active"), onClick: () => void go("/operations/enrollments?status=active") },
      { label: "Waiting", value: of("waiting", "scheduled"), onClick: () => void go("/operations/enrollments?status=waiting") },
      { label: "For a person", value: waiting, kind: waiting > 0 ? "warning" : undefined, onClick: () => void go("/tasks") },
      { label: "Paused", value: of("paused"), onClick: () => void go("/operations/enrollments?status=paused") },
      { label: "Failed", value: of("failed"), kind: of("failed") > 0 ? "danger" : undefined, onClick: () => void go("/operations/review") },
      { label: "Messages today", value: (sent.sms.at(-1) ?? 0) + (sent.email.at(-1) ?? 0) },
    ]} />
    <div className="charts">
      <Bars title="Messages a day" points={days.map(dayLabel)} series={[{ label: "Texts", values: sent.sms }, { label: "Emails", values: sent.email, kind: "second" }, { label: "Failed", values: sent.failed, kind: "bad" }]}
        note={cutNote(messages.data, "messages", one => one.at, days[0]!, zone)} />
      <Lines title="Contacts inside workflows" points={days.map(dayLabel)} series={[{ label: "Inside", values: inside(enrollments.data?.items ?? [], days, zone) }]}
        note={cutNote(enrollments.data, "enrollments", one => one.enrolledAt, "", zone)} />
    </div>
    <div className="charts">
      <WorkflowFunnel workflows={live} />
      <RunningTable workflows={live} figures={stats.map(one => one.data?.enrollments)} />
    </div>
  </>;
}
