using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Catalogue.Booking;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Appointments;

/// <summary>The time that a contact has chosen.</summary>
public sealed record BookingWish(DateTimeOffset? StartsAt = null);

/// <summary>One-time booking links: the practice's booking page reads one by its token, and books by it once.</summary>
static class BookingLinkRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/booking-links").WithTags("Calendars");
        routes.MapGet("", List).Needs(Scopes.ContactsRead).Answers<Listed<BookingLink>>();
        routes.MapGet("/{id}", Find).Needs(Scopes.ContactsRead).Answers<BookingLink>();
        routes.MapPost("/{id}/book", Book).Needs(Scopes.ContactsWrite).Answers<Appointment>(StatusCodes.Status201Created);
    }

    static async Task<IResult> List(Caller caller, IStore store, string? contactId, [AsParameters] Paging paging, CancellationToken ct) =>
        TypedResults.Ok(await store.All(Kinds.BookingLink, caller.Practice, paging, ct, contactId is null ? null : "contact", contactId));

    static async Task<IResult> Find(HttpContext http, Caller caller, string id, IStore store, CancellationToken ct) =>
        Answer.Found(http, await store.Find(Kinds.BookingLink, caller.Practice, id, ct));

    static async Task<IResult> Book(HttpContext http, Caller caller, string id, Body<BookingWish> body, IStore store, IIdSource ids, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.BookingLink, caller.Practice, id, ct) is not { Body: var link } stored) return Answer.NotFound;
        if (body.Value.StartsAt is not { } at) return new ProblemResult(Refusal.Required("startsAt"));
        var now = clock.GetUtcNow();
        if (link.UsedAt is not null) return ProblemResult.Of(Codes.LinkUsed);
        if (link.ExpiresAt <= now) return ProblemResult.Of(Codes.LinkExpired);
        if (await store.Find(Kinds.Calendar, caller.Practice, link.CalendarId, ct) is not { Body: var calendar }) return Answer.NotFound;
        if (await store.Find(Kinds.Contact, caller.Practice, link.ContactId, ct) is null) return ProblemResult.Of(Codes.ContactUnknown);
        // Read before the visits: a booking that comes in between makes this one's commit fail.
        var mark = await store.Find(Kinds.BookingMark, caller.Practice, link.CalendarId, ct);
        var zone = (await store.Find(Kinds.Practice, caller.Practice, caller.Practice, ct))?.Body.TimeZone ?? "UTC";
        if (at <= now || !await new CalendarSlots(store, caller.Practice, link.CalendarId, calendar, zone).IsFree(at, ct)) return ProblemResult.Of(Codes.SlotTaken);

        var appointmentId = ids.New(Kinds.Appointment.Prefix);
        var appointment = new Appointment
        {
            ContactId = link.ContactId, CalendarId = link.CalendarId, UserId = calendar.UserId, Title = calendar.Name, StartsAt = at,
            EndsAt = at.AddMinutes(calendar.Minutes), ModifiedBy = "customer", CreatedAt = now,
        };
        var changes = new ChangeSet(caller.Practice)
            .Put(Kinds.BookingMark, link.CalendarId, new BookingMark(id, now), mark?.Revision ?? 0)
            .Put(Kinds.BookingLink, id, link with { UsedAt = now, AppointmentId = appointmentId }, stored.Revision)
            .Put(Kinds.Appointment, appointmentId, appointment, 0)
            .Raise(ids, now, link.ContactId, [new("appointment.booked", new { appointment = Facts.Of(appointmentId, appointment) })]);
        return (await store.Commit(changes, ct)).Ok
            ? Answer.Created(http, $"/api/appointments/{appointmentId}", 1, new Stored<Appointment>(appointmentId, 1, appointment))
            : ProblemResult.Of(Codes.Conflict);
    }
}
