import { api, take, type Api } from "../../api/client";
import { nameIn, useTriggers, useWorkflows } from "../../api/lists";
import { usePaged } from "../../api/paged";
import { words } from "../../ui/codes";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Section } from "../../ui/Section";
import { states } from "../../ui/status";
import { When } from "../../ui/When";
import { StepIcon } from "../templates/StepIcon";

/** What happened to the contact, newest first. */
export function Timeline({ id }: { id: string }) {
  // What is told in full as a message or a note is not told once more as the event that it raised.
  const twice = new Set(["message.received", "message.sent", "note.added"]);
  const list = usePaged(["contacts", id, "timeline"], cursor => take(api.GET("/api/contacts/{id}/timeline", { params: { path: { id }, query: { limit: "50", ...(cursor ? { cursor } : {}) } } })), 10_000);
  return (
    <Section title="Timeline">
      <Loaded query={list}>{rows => rows.length === 0 ? <Empty title="Nothing yet">What happens to this contact is told here.</Empty>
        : <ol className="timeline">{rows.filter(row => row.kind !== "event" || !twice.has(String((row.item as Record<string, unknown>)["type"]))).map(row => <Entry key={`${row.kind} ${row.id}`} entry={row} />)}</ol>}</Loaded>
      <More query={list} />
    </Section>
  );
}

function Entry({ entry }: { entry: Api<"TimelineEntry"> }) {
  const [workflows, triggers] = [useWorkflows(), useTriggers()];
  const item = entry.item as Record<string, string | undefined>;
  const told = {
    event: { icon: item["type"] ?? "", title: triggers.data?.find(one => one.type === item["type"])?.label ?? plain(item["type"]), text: item["name"] ?? "" },
    message: { icon: item["channel"] ?? "sms", title: `${{ email: "Email", sms: "Text", inapp: "Notice" }[item["channel"] ?? ""] ?? "Message"} ${item["direction"] === "in" ? "received" : item["status"] === "failed" ? "not sent" : "sent"}`, text: item["subject"] ?? item["text"] ?? (item["status"] === "failed" ? words(item["code"]) : "") },
    note: { icon: "note", title: `Note by ${item["by"] ?? ""}`, text: item["text"] ?? "" },
    enrollment: { icon: "workflow", title: `Entered “${nameIn(workflows, item["workflowId"])}”`, text: states.enrollment[item["status"] as "active"]?.[0] ?? "" },
  }[entry.kind] ?? { icon: "", title: entry.kind, text: "" };
  return <li><StepIcon type={told.icon} /><div><strong>{told.title}</strong> <When at={entry.at} />{told.text && <p>{told.text}</p>}</div></li>;
}

/** "task.added" as a person would say it: for events that no descriptor names. */
function plain(type = "event"): string {
  const text = type.replace(/[._]/g, " ");
  return text[0]!.toUpperCase() + text.slice(1);
}
