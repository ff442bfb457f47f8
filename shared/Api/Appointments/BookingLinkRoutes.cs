using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
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

    static async Task<IResult> Book(HttpContext http, Caller caller, string id, Body<BookingWish> body, IStore store, SlotBooking booking, CancellationToken ct)
    {
        if (await store.Find(Kinds.BookingLink, caller.Practice, id, ct) is null) return Answer.NotFound;
        if (body.Value.StartsAt is not { } at) return new ProblemResult(Refusal.Required("startsAt"));
        return await booking.Book(caller.Practice, id, at, ct) switch
        {
            Booked.Done { Visit: var visit } => Answer.Created(http, $"/api/appointments/{visit.Id}", 1, visit),
            Booked.Refused { Code: var code } => ProblemResult.Of(code),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }
}
