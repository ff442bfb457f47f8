using System.Collections.Immutable;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Desk;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Api.Settings;
using AesthetixWorkflows.Catalogue.Booking;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Appointments;

/// <summary>What a caller may set on a calendar; hours are replaced as a whole.</summary>
public sealed record CalendarFields(
    string? Name = null, string? Group = null, string? TimeZone = null, int? Minutes = null, ImmutableDictionary<string, ImmutableArray<OpenHours>>? Hours = null,
    int? BufferMinutes = null, string? UserId = null, string? BookingUrl = null);

/// <summary>A time at which a calendar can be booked.</summary>
public sealed record Slot(DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>Calendars, and when they are free.</summary>
static class CalendarRoutes
{
    const int MostDays = 62;

    public static void Map(IEndpointRouteBuilder api)
    {
        RecordRoutes.Map<BookingCalendar, CalendarFields>(api, new()
        {
            Path = "/calendars",
            Tag = "Calendars",
            Kind = Kinds.Calendar,
            NamedAs = (id, calendar) => new("calendar", id, calendar.Name),
            Read = Scopes.ContactsRead,
            Write = Scopes.SettingsWrite,
            Required = ["name", "minutes"],
            // The record's constructor wants these two named even when they are empty.
            Given = _ => new() { ["group"] = null, ["timeZone"] = null },
            Refuse = async (store, practice, calendar, ct) => Wrong(calendar) ?? await store.Missing(Kinds.User, practice, "userId", calendar.UserId, ct),
        });
        api.MapGroup("/calendars").WithTags("Calendars").MapGet("/{id}/slots", Slots).Needs(Scopes.ContactsRead).Answers<Listed<Slot>>();
    }

    static Refusal? Wrong(BookingCalendar calendar) =>
        calendar.Minutes is < 1 or > 24 * 60 ? Refusal.Invalid("minutes", "1 to 1440.")
        : calendar.BufferMinutes is < 0 or > 24 * 60 ? Refusal.Invalid("bufferMinutes", "0 to 1440.")
        : calendar.TimeZone is { } zone && !Zones.IsKnown(zone) ? Refusal.Invalid("timeZone", "This is not an IANA time zone.")
        : calendar.Hours?.Keys.FirstOrDefault(day => !Weekdays.TryParse(day, out _)) is { } unknown ? Refusal.Invalid($"hours/{unknown}", "A weekday must be one of mon, tue, wed, thu, fri, sat, sun.")
        : calendar.BookingUrl is { } url && !WebPage.Is(url) ? Refusal.Invalid("bookingUrl", WebPage.Expected)
        : null;

    static async Task<IResult> Slots(Caller caller, string id, IStore store, TimeProvider clock, string? from, string? to, CancellationToken ct)
    {
        if (await store.Find(Kinds.Calendar, caller.Practice, id, ct) is not { } calendar) return Answer.NotFound;
        var begin = Query.Moment("from", from) ?? clock.GetUtcNow();
        var end = Query.Moment("to", to) ?? begin.AddDays(7);
        if (end < begin || end > begin.AddDays(MostDays)) return new ProblemResult(Refusal.Query("to", $"After from, and at most {MostDays} days."));
        var zone = (await store.Find(Kinds.Practice, caller.Practice, caller.Practice, ct))?.Body.TimeZone ?? "UTC";
        var slots = new List<Slot>();
        await foreach (var at in new CalendarSlots(store, caller.Practice, id, calendar.Body, zone).Between(begin, end, ct))
            slots.Add(new(at, at.AddMinutes(calendar.Body.Minutes)));
        return TypedResults.Ok(new Listed<Slot>(slots, null));
    }
}
