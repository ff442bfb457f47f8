using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Booking systems do not promise an order: what they report of a visit before its booking waits for the booking, for a
/// day, and is then taken as if it had come after it.</summary>
public sealed class EarlyVisits(IStore store, IIdSource ids)
{
    static readonly TimeSpan Patience = TimeSpan.FromHours(24);
    const string AfterBooking = "/after-booking";
    /// <summary>The latest say how the visit stands.</summary>
    const int MostEvents = 8;

    /// <summary>The event is about a visit that nobody knows, or is of somebody whom nobody knows.</summary>
    public async Task Keep(PracticeEvent e, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        if (e.Type is not ("appointment.rescheduled" or "appointment.status.changed") || RecordOf(e) is not { } record) return;
        var known = await store.Find(Kinds.EarlyVisit, e.Practice, record, ct);
        if (known?.Body.Booking is { } booking && !e.SourceId.EndsWith(AfterBooking, StringComparison.Ordinal))
        {
            // The booking came between the look for the visit and this one.
            changes.Add(Again(e, (await store.FindEvent(e.Practice, booking, ct))?.Event.At ?? e.At, e.ContactId));
            return;
        }
        var waiting = known is null || now - known.Body.Since > Patience ? new EarlyVisit([], now) : known.Body;
        if (!waiting.EventIds.Contains(e.Id))
            changes.Put(Kinds.EarlyVisit, record, waiting with { EventIds = [.. waiting.EventIds.TakeLast(MostEvents - 1), e.Id], Booking = null }, known?.Revision ?? 0);
    }

    /// <summary>The booking has come.</summary>
    /// <remarks>It always writes the record that an early report writes, so that of a booking and a report that are routed in the same
    /// moment one comes second, and sees the other: else neither would, and a visit that was called off would be reminded of. What
    /// waited stays in it: Table storage takes a booking that starts much in several transactions, this record in the first. Routed
    /// again after a crash in between, the booking finds what it has taken, and of what was accepted already a second is not kept.</remarks>
    public async Task Release(PracticeEvent booking, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        if (booking.Type != "appointment.booked" || booking.Source is "api" or "workflow" or "intake" || RecordOf(booking) is not { } record) return;
        var waiting = await store.Find(Kinds.EarlyVisit, booking.Practice, record, ct);
        if (waiting?.Body.Booking is { } taken && taken != booking.Id) return;
        // The visit is there already, from this very booking; its first status may be what the crash kept from being accepted.
        if (waiting?.Body.Booking is not null) changes.Add(AppointmentKeeping.FirstStatus(booking, ids));
        var waited = waiting is null || now - waiting.Body.Since > Patience ? [] : waiting.Body.EventIds;
        changes.Put(Kinds.EarlyVisit, record, new EarlyVisit(waited, now, booking.Id), waiting?.Revision ?? 0);
        var reports = new List<PracticeEvent>();
        foreach (var id in waited.TakeLast(MostEvents))
            if (await store.FindEvent(booking.Practice, id, ct) is { Event: var early }) reports.Add(early);
        var after = booking.At;
        foreach (var early in reports.OrderBy(report => report.At))
        {
            // Who reports without a time of his own would else be older than the booking, and stale; and each is later than the one before,
            // since they are not routed in the order in which they came.
            var again = Again(early, after, booking.ContactId);
            after = again.Event.At;
            changes.Add(again);
        }
    }

    Change.Accept Again(PracticeEvent early, DateTimeOffset after, string? contactId) =>
        new(early with { Id = ids.New("evt"), SourceId = early.SourceId + AfterBooking, ContactId = contactId, At = early.At > after ? early.At : after.AddMilliseconds(1) });

    static string? RecordOf(PracticeEvent e) =>
        (FactLoader.TextIn(e.Data, "appointment", "externalId") ?? FactLoader.TextIn(e.Data, "appointment", "id")) is { Length: > 0 } visit
            ? Ids.From(Kinds.EarlyVisit.Prefix, DateTimeOffset.UnixEpoch, $"{e.Practice}/{visit}") : null;
}
