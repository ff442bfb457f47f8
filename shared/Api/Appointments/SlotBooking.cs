using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Catalogue.Booking;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Appointments;

/// <summary>Books the one visit of a booking link. The link, the calendar's mark and the visit are one commit, so neither two
/// clicks nor two people get what is there once.</summary>
sealed class SlotBooking(IStore store, IIdSource ids, TimeProvider clock)
{
    public async Task<Booked> Book(string practice, string linkId, DateTimeOffset at, CancellationToken ct)
    {
        if (await store.Find(Kinds.BookingLink, practice, linkId, ct) is not { Body: var link } stored) return Booked.No(Codes.NotFound);
        var now = clock.GetUtcNow();
        if (link.UsedAt is not null) return Booked.No(Codes.LinkUsed);
        if (link.ExpiresAt <= now) return Booked.No(Codes.LinkExpired);
        if (await store.Find(Kinds.Calendar, practice, link.CalendarId, ct) is not { Body: var calendar }) return Booked.No(Codes.NotFound);
        if (await store.Find(Kinds.Contact, practice, link.ContactId, ct) is null) return Booked.No(Codes.ContactUnknown);
        // Read before the visits: a booking that comes in between makes this one's commit fail.
        var mark = await store.Find(Kinds.BookingMark, practice, link.CalendarId, ct);
        var zone = (await store.Find(Kinds.Practice, practice, practice, ct))?.Body.TimeZone ?? "UTC";
        if (at <= now || !await new CalendarSlots(store, practice, link.CalendarId, calendar, zone).IsFree(at, ct)) return Booked.No(Codes.SlotTaken);

        var id = ids.New(Kinds.Appointment.Prefix);
        var visit = new Appointment
        {
            ContactId = link.ContactId, CalendarId = link.CalendarId, UserId = calendar.UserId, Title = calendar.Name, StartsAt = at,
            EndsAt = at.AddMinutes(calendar.Minutes), ModifiedBy = "customer", CreatedAt = now,
        };
        var changes = new ChangeSet(practice)
            .Put(Kinds.BookingMark, link.CalendarId, new BookingMark(linkId, now), mark?.Revision ?? 0)
            .Put(Kinds.BookingLink, linkId, link with { UsedAt = now, AppointmentId = id }, stored.Revision)
            .Put(Kinds.Appointment, id, visit, 0)
            .Raise(ids, now, link.ContactId, [new("appointment.booked", new { appointment = Facts.Of(id, visit) })]);
        return (await store.Commit(changes, ct)).Ok ? new Booked.Done(new(id, 1, visit)) : Booked.No(Codes.Conflict);
    }
}
