import { useState } from "react";
import type { Api } from "../../api/client";
import { changeRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Menu } from "../../ui/Menu";
import { states } from "../../ui/status";

const settable = ["new", "confirmed", "showed", "noshow", "invalid"] as const;

export function VisitMenu({ visit, onMove }: { visit: Api<"Appointment">; onMove: () => void }) {
  const [sure, setSure] = useState(false);
  const set = useDeed((status: Api<"AppointmentStatus">) => changeRecord("/api/appointments", visit.id!, { status }), { stale: [["appointments"], ["enrollments"], ["contacts"]], said: status => `Now: ${states.appointment[status][0].toLowerCase()}.`, then: () => setSure(false) });
  return <>
    <Menu label="What can be done with this appointment" items={[
      { label: "Move", onSelect: onMove },
      null,
      ...settable.filter(status => status !== visit.status).map(status => ({ label: `Mark as ${states.appointment[status][0].toLowerCase()}`, onSelect: () => set.mutate(status) })),
      null,
      { label: "Cancel the appointment", danger: true, disabled: visit.status === "cancelled", onSelect: () => setSure(true) },
    ]} />
    <ConfirmDialog open={sure} onClose={() => setSure(false)} onConfirm={() => set.mutate("cancelled")} busy={set.isPending} title="Cancel this appointment?" confirm="Cancel the appointment" keep="Keep it">
      <p>Its reminders stop, and workflows that start with a cancellation begin.</p>
    </ConfirmDialog>
  </>;
}
