using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Catalogue.Booking;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Appointments;

/// <summary>What a patient may change about a visit: move it to a free time, or call it off.</summary>
sealed class VisitChange(IStore store, IIdSource ids, TimeProvider clock)
{
    /// <summary>Whether it is still to come, and ours to change: what another system booked is moved there.</summary>
    public bool MayChange(Appointment visit) =>
        visit is { Status: AppointmentStatus.New or AppointmentStatus.Confirmed, ExternalId: null } && visit.StartsAt > clock.GetUtcNow();

    public async Task<Booked> Move(string practice, string id, DateTimeOffset at, CancellationToken ct)
    {
        if (await store.Find(Kinds.Appointment, practice, id, ct) is not { Body: var visit } stored) return Booked.No(Codes.NotFound);
        // Asked for once more: it is there already.
        if (visit.StartsAt == at) return new Booked.Done(stored);
        if (!MayChange(visit) || visit.CalendarId is not { } calendarId) return Booked.No(Codes.VisitFixed);
        if (await store.Find(Kinds.Calendar, practice, calendarId, ct) is not { Body: var calendar }) return Booked.No(Codes.VisitFixed);
        var (now, mark) = (clock.GetUtcNow(), await store.Find(Kinds.BookingMark, practice, calendarId, ct));
        var zone = (await store.Find(Kinds.Practice, practice, practice, ct))?.Body.TimeZone ?? "UTC";
        if (at <= now || !await new CalendarSlots(store, practice, calendarId, calendar, zone).IsFree(at, ct)) return Booked.No(Codes.SlotTaken);
        var after = visit with { StartsAt = at, EndsAt = at.AddMinutes(calendar.Minutes), ModifiedBy = "customer", Rescheduled = true };
        return await Keep(practice, stored, after, new ChangeSet(practice).Put(Kinds.BookingMark, calendarId, new BookingMark(id, now), mark?.Revision ?? 0),
            new("appointment.rescheduled", new { appointment = Facts.Of(id, after), from = new { startsAt = visit.StartsAt } }), ct);
    }

    public async Task<Booked> Cancel(string practice, string id, CancellationToken ct)
    {
        if (await store.Find(Kinds.Appointment, practice, id, ct) is not { Body: var visit } stored) return Booked.No(Codes.NotFound);
        if (visit.Status is AppointmentStatus.Cancelled) return new Booked.Done(stored);
        if (!MayChange(visit)) return Booked.No(Codes.VisitFixed);
        var after = visit with { Status = AppointmentStatus.Cancelled, ModifiedBy = "customer" };
        return await Keep(practice, stored, after, new ChangeSet(practice),
            new("appointment.status.changed", new { appointment = Facts.Of(id, after), from = new { status = visit.Status } }), ct);
    }

    async Task<Booked> Keep(string practice, Stored<Appointment> stored, Appointment after, ChangeSet changes, Happening news, CancellationToken ct)
    {
        changes.Put(Kinds.Appointment, stored.Id, after, stored.Revision).Raise(ids, clock.GetUtcNow(), after.ContactId, [news]);
        return (await store.Commit(changes, ct)).Ok ? new Booked.Done(new(stored.Id, stored.Revision + 1, after)) : Booked.No(Codes.Conflict);
    }
}
