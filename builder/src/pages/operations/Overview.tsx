import { useQueries, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { api, take, type Api } from "../../api/client";
import { useNow } from "../../api/clock";
import { useSettings, useWorkflows } from "../../api/lists";
import { readSome } from "../../api/paged";
import { Bars } from "../../ui/charts/Bars";
import { Lines } from "../../ui/charts/Lines";
import { Button } from "../../ui/Button";
import { Figures, type Figure } from "../../ui/Figures";
import { Loaded } from "../../ui/Loaded";
import { atWall } from "../../ui/time";
import { useOpenTasks } from "../tasks/openTasks";
import { cutNote, dayLabel, inside, lastDays, sends } from "./figures";
import { RunningTable } from "./RunningTable";
import { WorkflowFunnel } from "./WorkflowFunnel";

// A practice sends some hundred messages a week; a picture of two weeks seldom needs more than this many parts of 200. Where
// it does, the picture says so.
const parts = 10;

/** What runs, waits and fails now, and how it went these two weeks. */
export function Overview() {
  const [settings, workflows] = [useSettings(), useWorkflows()];
  return <Loaded query={settings}>{({ timeZone }) => <Loaded query={workflows}>{all => <Running live={all.filter(one => one.version > 0)} zone={timeZone} />}</Loaded>}</Loaded>;
}

/** A number once all that it is made of is read; none is made up before. */
function figure(of: UseQueryResult<unknown>[], count: () => number, bad?: Figure["kind"]): Pick<Figure, "value" | "kind"> {
  if (of.some(one => one.data === undefined)) return { value: of.some(one => one.isError) ? "–" : "…" };
  return { value: count(), kind: bad && count() > 0 ? bad : undefined };
}

function Running({ live, zone }: { live: Api<"WorkflowView">[]; zone: string }) {
  const [go, now] = [useNavigate(), useNow()];
  const stats = useQueries({ queries: live.map(one => ({ queryKey: ["workflows", one.id, "stats"], queryFn: () => take(api.GET("/api/workflows/{id}/stats", { params: { path: { id: one.id } } })), staleTime: 15_000 })) });
  const of = (...states: Api<"EnrollmentStatus">[]) => stats.reduce((sum, one) => sum + states.reduce((part, state) => part + Number(one.data?.enrollments[state] ?? 0), 0), 0);
  const days = lastDays(14, now, zone);
  const from = atWall(`${days[0]}T00:00`, zone);
  const page = (cursor: string | undefined) => ({ params: { query: { limit: "200", ...(cursor ? { cursor } : {}) } } });
  const messages = useQuery({ queryKey: ["messages", "fortnight"], staleTime: 30_000, queryFn: () => readSome(c => take(api.GET("/api/messages", page(c))), parts, last => !!last.at && last.at < from) });
  const enrollments = useQuery({ queryKey: ["enrollments", "fortnight"], staleTime: 30_000, queryFn: () => readSome(c => take(api.GET("/api/enrollments", page(c))), parts) });
  const tasks = useOpenTasks(60_000);
  const forPerson = figure([tasks], () => tasks.data!.items.filter(task => task.effectId).length, "warning");
  const sent = (read: Api<"Message">[]) => sends(read, days, zone);
  const today = ({ sms, email }: ReturnType<typeof sent>) => (sms.at(-1) ?? 0) + (email.at(-1) ?? 0);
  const failed = [...stats, tasks].filter(one => one.isError && one.data === undefined);
  return <>
    {failed.length > 0 && <div role="alert" className="card"><p>Not all figures could be read: {failed[0]!.error!.message}</p><Button onClick={() => failed.forEach(one => void one.refetch())}>Try again</Button></div>}
    <Figures items={[
      { label: "Running now", ...figure(stats, () => of("active")), onClick: () => void go("/operations/enrollments?status=active") },
      { label: "Waiting", ...figure(stats, () => of("waiting", "scheduled")), onClick: () => void go("/operations/enrollments?status=waiting") },
      { label: "For a person", ...forPerson, ...(tasks.data?.cut ? { value: `${String(forPerson.value)}+` } : {}), onClick: () => void go("/tasks") },
      { label: "Paused", ...figure(stats, () => of("paused")), onClick: () => void go("/operations/enrollments?status=paused") },
      { label: "Failed", ...figure(stats, () => of("failed"), "danger"), onClick: () => void go("/operations/review") },
      { label: "Sent today", ...figure([messages], () => today(sent(messages.data!.items))) },
      { label: "Not sent today", ...figure([messages], () => sent(messages.data!.items).failed.at(-1) ?? 0, "danger"), onClick: () => void go("/operations/messages") },
    ]} />
    <div className="charts">
      <Loaded query={messages}>{read => <Bars title="Messages a day" points={days.map(dayLabel)} series={[{ label: "Texts", values: sent(read.items).sms }, { label: "Emails", values: sent(read.items).email, kind: "second" }, { label: "Failed", values: sent(read.items).failed, kind: "bad" }]}
        note={cutNote(read, "messages", one => one.at, days[0]!, zone)} />}</Loaded>
      <Loaded query={enrollments}>{read => <Lines title="Contacts inside workflows" points={days.map(dayLabel)} series={[{ label: "Inside", values: inside(read.items, days, zone) }]}
        note={cutNote(read, "enrollments", one => one.enrolledAt, "", zone)} />}</Loaded>
    </div>
    <div className="charts">
      <WorkflowFunnel workflows={live} />
      <RunningTable workflows={live} figures={stats.map(one => one.data?.enrollments ?? (one.isError ? null : undefined))} />
    </div>
  </>;
}
