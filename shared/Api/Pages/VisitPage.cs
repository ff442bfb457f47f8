using AesthetixWorkflows.Api.Appointments;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>A visit that its patient may move or call off.</summary>
static class VisitPage
{
    public static async Task<IResult> Show(
        ShortClaim claim, bool cancelFirst, string? done, string? wrong, IStore store, VisitChange change, TimeProvider clock, CancellationToken ct)
    {
        if (await store.Find(Kinds.Appointment, claim.Practice, claim.Id, ct) is not { Body: var visit }) return Page.Unknown;
        // Right after a change there is nothing to choose.
        var mayChange = done is null && change.MayChange(visit);
        if (await FreeTimes.Read(store, claim.Practice, visit.CalendarId, visit.Title, visit.ContactId, clock.GetUtcNow(), mayChange, ct) is not { } times) return Page.Unknown;
        return visit.Status is AppointmentStatus.Cancelled
            ? BookingPage.Booked(times, visit, justNow: false)
            : BookingPage.Visit(times, visit, mayChange, cancelFirst, done, wrong, wrong is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    public static async Task<IResult> Do(ShortClaim claim, DateTimeOffset? at, bool cancel, IStore store, VisitChange change, TimeProvider clock, CancellationToken ct)
    {
        if (!cancel && at is null) return await Show(claim, false, null, "Please choose a time.", store, change, clock, ct);
        var ended = await Booked.Insist(() => cancel ? change.Cancel(claim.Practice, claim.Id, ct) : change.Move(claim.Practice, claim.Id, at!.Value, ct));
        var wrong = ended is not Booked.Refused { Code: var code } ? null
            : code == Codes.SlotTaken || code == Codes.Conflict ? BookingRoutes.Taken
            : code == Codes.VisitFixed ? "This visit can no longer be changed here." : "";
        return wrong == "" ? Page.Unknown : await Show(claim, false, ended is Booked.Done ? "Your visit has been moved." : null, wrong, store, change, clock, ct);
    }
}
