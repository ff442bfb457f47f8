import { useState } from "react";
import { ApiError, type Api } from "../../api/client";
import { useCalendars, useSettings, useUsers } from "../../api/lists";
import { changeRecord, createRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { atWall, wall, whoseClock } from "../../ui/time";
import { Wrong } from "../../ui/Wrong";

/** Books an appointment, or moves one. */
export function VisitDialog({ contactId, visit, onClose }: { contactId: string; visit: Api<"Appointment"> | null; onClose: () => void }) {
  const zone = useSettings().data?.timeZone;
  const [calendars, users] = [useCalendars(), useUsers()];
  const [at, setAt] = useState(() => visit ? wall(visit.startsAt, zone) : "");
  const [wish, setWish] = useState({ title: "", calendarId: "", userId: "" });
  const calendarId = wish.calendarId || (visit?.calendarId ?? calendars.data?.[0]?.id ?? "");
  const save = useDeed(() => {
    const startsAt = atWall(at, zone);
    const length = visit?.endsAt ? Date.parse(visit.endsAt) - Date.parse(visit.startsAt) : (calendars.data?.find(one => one.id === calendarId)?.minutes ?? 30) * 60_000;
    const endsAt = new Date(Date.parse(startsAt) + length).toISOString();
    return visit ? changeRecord("/api/appointments", visit.id!, { startsAt, endsAt })
      : createRecord("/api/appointments", { contactId, startsAt, endsAt, title: wish.title || null, service: wish.title || null, calendarId: calendarId || null, userId: wish.userId || null });
  }, { stale: [["appointments"], ["enrollments"], ["contacts"]], said: visit ? "Moved. Its reminders start over." : "Booked.", quiet: true, then: onClose });
  return (
    <Dialog open onClose={onClose} title={visit ? "Move the appointment" : "Book an appointment"}>
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        <Field label="Begins" help={whoseClock(zone)} error={save.error instanceof ApiError ? save.error.at("/startsAt") : undefined}><input type="datetime-local" value={at} onChange={e => setAt(e.target.value)} required autoFocus /></Field>
        {!visit && <>
          <Field label="What for"><input value={wish.title} onChange={e => setWish({ ...wish, title: e.target.value })} placeholder="Lip filler consultation" /></Field>
          <div className="two">
            <Field label="Calendar"><select value={calendarId} onChange={e => setWish({ ...wish, calendarId: e.target.value })}>{calendars.data?.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</select></Field>
            <Field label="With"><select value={wish.userId} onChange={e => setWish({ ...wish, userId: e.target.value })}><option value="">Anybody</option>{users.data?.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</select></Field>
          </div>
        </>}
        <Wrong error={save.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending || !at}>{visit ? "Move" : "Book"}</Button></div>
      </form>
    </Dialog>
  );
}
