using System.Globalization;
using AesthetixWorkflows.Api.Appointments;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>Where a patient books the one visit of a link, or moves or calls off a visit. Looking changes nothing.</summary>
static class BookingRoutes
{
    public const string Taken = "Somebody else has just taken this time. Please choose another one.";
    const string Choose = "Please choose a time.";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/b/{token}", [HttpMethods.Get, HttpMethods.Head], Show).Open().ShowsPage();
        pages.MapPost("/b/{token}", Do).Open().ShowsPage();
    }

    static async Task<IResult> Show(HttpRequest request, string token, TokenReader tokens, TokenRate rate, IStore store, VisitChange change, TimeProvider clock, CancellationToken ct)
    {
        if (await tokens.Booking(token, ct) is { } link) return rate.Admit(token) ? await Offer(link, store, clock, null, ct) : Page.TooMany;
        if (await tokens.Visit(token, ct) is { } visit) return rate.Admit(token) ? await VisitPage.Show(visit, request.Query.ContainsKey("cancel"), null, null, store, change, clock, ct) : Page.TooMany;
        return Page.Unknown;
    }

    static async Task<IResult> Do(
        HttpRequest request, string token, TokenReader tokens, TokenRate rate, IStore store, SlotBooking booking, VisitChange change, TimeProvider clock, CancellationToken ct)
    {
        var (link, visit) = (await tokens.Booking(token, ct), await tokens.Visit(token, ct));
        if (link is null && visit is null) return Page.Unknown;
        if (!rate.Admit(token)) return Page.TooMany;
        var form = await PageForm.Read(request, ct);
        var at = DateTimeOffset.TryParse(form[BookingPage.At], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : (DateTimeOffset?)null;
        if (visit is not null) return await VisitPage.Do(visit, at, form[BookingPage.Deed] == BookingPage.Cancel, store, change, clock, ct);
        if (at is not { } startsAt) return await Offer(link!, store, clock, Choose, ct);
        return await Booked.Insist(() => booking.Book(link!.Practice, link.Id, startsAt, ct)) switch
        {
            Booked.Done { Visit.Body: var made } => await Times(store, link!.Practice, made, clock, ct) is { } times ? BookingPage.Booked(times, made, justNow: true) : Page.Unknown,
            Booked.Refused { Code: var code } => await Offer(link!, store, clock, code == Codes.SlotTaken || code == Codes.Conflict ? Taken : null, ct),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>What the link stands for now: free times, the visit it booked, or its end.</summary>
    static async Task<IResult> Offer(ShortClaim claim, IStore store, TimeProvider clock, string? wrong, CancellationToken ct)
    {
        if (await store.Find(Kinds.BookingLink, claim.Practice, claim.Id, ct) is not { Body: var link }) return Page.Unknown;
        var now = clock.GetUtcNow();
        if (link.AppointmentId is { } id && await store.Find(Kinds.Appointment, claim.Practice, id, ct) is { Body: var visit })
            return await Times(store, claim.Practice, visit, clock, ct) is { } booked ? BookingPage.Booked(booked, visit, justNow: false) : Page.Unknown;
        var open = link.UsedAt is null && !(link.ExpiresAt <= now);
        if (await FreeTimes.Read(store, claim.Practice, link.CalendarId, null, link.ContactId, now, open, ct) is not { } times) return Page.Unknown;
        return link.UsedAt is not null ? BookingPage.Ended(times, "This link has been used", "It booked one visit, and that was done.")
            : !open ? BookingPage.Ended(times, "This link has expired", "It was for a limited time.")
            : BookingPage.Choose(times, wrong, wrong is null ? StatusCodes.Status200OK : wrong == Choose ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict);
    }

    static Task<FreeTimes?> Times(IStore store, string practice, Appointment visit, TimeProvider clock, CancellationToken ct) =>
        FreeTimes.Read(store, practice, visit.CalendarId, visit.Title, visit.ContactId, clock.GetUtcNow(), slots: false, ct);
}
