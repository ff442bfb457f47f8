import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { nameIn, useCalendars, useUsers } from "../../api/lists";
import { usePaged } from "../../api/paged";
import { Button } from "../../ui/Button";
import { byTime } from "../../ui/time";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Section } from "../../ui/Section";
import { Status } from "../../ui/status";
import { Table } from "../../ui/Table";
import { When } from "../../ui/When";
import { VisitDialog } from "./VisitDialog";
import { VisitMenu } from "./VisitMenu";

export function Visits({ contactId }: { contactId: string }) {
  const [asked, setAsked] = useState<Api<"Appointment"> | "new" | null>(null);
  const [calendars, users] = [useCalendars(), useUsers()];
  const list = usePaged(["appointments", contactId], cursor => take(api.GET("/api/appointments", { params: { query: { contactId, limit: "50", ...(cursor ? { cursor } : {}) } } })), 10_000);
  return (
    <Section title="Appointments" actions={<Button small onClick={() => setAsked("new")}><CalendarPlus size={15} aria-hidden /> Book</Button>}>
      <Loaded query={list}>{rows => rows.length === 0 ? <Empty title="No appointments">Booking one starts the workflows that remind of it.</Empty> : (
        <Table caption="Appointments" head={["When", "What", "Calendar", "With", "Status", <span key="m" className="hidden">What can be done</span>]}>
          {[...rows].sort((a, b) => byTime(b.startsAt, a.startsAt)).map(visit => (
            <tr key={visit.id}><td className="nowrap"><When at={visit.startsAt} /></td><td>{visit.title ?? visit.service}{visit.rescheduled && <small className="quiet block">Moved</small>}</td><td className="quiet">{nameIn(calendars, visit.calendarId)}</td><td className="quiet">{nameIn(users, visit.userId)}</td><td><Status of="appointment" is={visit.status} /></td><td className="menu-cell"><VisitMenu visit={visit} onMove={() => setAsked(visit)} /></td></tr>
          ))}
        </Table>
      )}</Loaded>
      <More query={list} />
      {asked && <VisitDialog contactId={contactId} visit={asked === "new" ? null : asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}
