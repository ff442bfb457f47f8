using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Makes a link by which the contact may book one visit.</summary>
sealed class AppointmentLink : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("appointment.link", "One-time booking link", "Appointments", "Makes a link for this contact that books one visit on a calendar. Use it in a message that follows.",
        Config:
        [
            new("calendarId", FieldKind.Reference, "Calendar", Required: true, Of: "calendar"),
            new("validFor", FieldKind.Duration, "Valid for", Help: "Left empty: until it is used."),
        ],
        Outputs: [new("url", "Booking link"), new("token", "Its token")]);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var calendarId = call.Config.Need("calendarId");
        if (await call.Records.Find(Kinds.Calendar, call.PracticeId, calendarId, ct) is not { Body: var calendar }) return new Outcome.Failed("calendar.notFound", Retryable: false);
        // As hard to guess as the enrollment's own id, from which it is made.
        var token = call.LastingId(Kinds.BookingLink.Prefix);
        // The practice's own page, when it has one; otherwise the host's.
        var url = string.IsNullOrWhiteSpace(calendar.BookingUrl) ? call.Pages?.Booking(call.PracticeId, token) : calendar.BookingUrl.Replace("{token}", token, StringComparison.Ordinal);
        if (url is null) return new Outcome.Failed("calendar.noBookingUrl", Retryable: false);
        var expires = call.Config.Text("validFor") is { } span ? Due.After(call.Now, call.Setting.Zone, span) : null;
        call.Changes.Put(Kinds.BookingLink, token, new BookingLink(calendarId, call.ContactId, call.Enrollment.Id, call.Now, expires));
        call.Give(new JsonObject { ["url"] = url, ["token"] = token });
        return new Outcome.Done(token);
    }
}
