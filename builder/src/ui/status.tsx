import type { Api } from "../api/client";
import { Badge } from "./Badge";

type Kind = "plain" | "good" | "warning" | "danger" | "info";

const workflow: Record<Api<"WorkflowStatus">, [string, Kind]> = { draft: ["Draft", "plain"], published: ["Published", "good"], paused: ["Paused", "warning"] };
const enrollment: Record<Api<"EnrollmentStatus">, [string, Kind]> = {
  scheduled: ["Scheduled", "info"], active: ["Running", "info"], waiting: ["Waiting", "info"], paused: ["Paused", "warning"],
  completed: ["Finished", "good"], exited: ["Left early", "plain"], failed: ["Failed", "danger"],
};
const message: Record<Api<"MessageStatus">, [string, Kind]> = {
  sending: ["Sending", "plain"], sent: ["Sent", "info"], delivered: ["Delivered", "good"], failed: ["Failed", "danger"], unknown: ["Unknown", "warning"], received: ["Received", "plain"],
};
const appointment: Record<Api<"AppointmentStatus">, [string, Kind]> = {
  new: ["New", "info"], confirmed: ["Confirmed", "good"], cancelled: ["Cancelled", "plain"], showed: ["Showed", "good"], noshow: ["No-show", "danger"], invalid: ["Invalid", "plain"],
};
const opportunity: Record<Api<"OpportunityStatus">, [string, Kind]> = { open: ["Open", "info"], won: ["Won", "good"], lost: ["Lost", "plain"], abandoned: ["Abandoned", "plain"] };
const job: Record<Api<"JobStatus">, [string, Kind]> = { running: ["Running", "info"], paused: ["Paused", "warning"], done: ["Done", "good"], cancelled: ["Cancelled", "plain"] };

export const states = { workflow, enrollment, message, appointment, opportunity, job };

/** The state of a record in words. */
export function Status<Of extends keyof typeof states>({ of, is }: { of: Of; is: string | undefined }) {
  const [words, kind] = (states[of] as Record<string, [string, Kind]>)[is ?? ""] ?? [is ?? "", "plain"];
  return <Badge kind={kind}>{words}</Badge>;
}
