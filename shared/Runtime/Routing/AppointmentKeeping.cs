using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Keeps the practice's visits in step with what booking systems report. What the product wrote itself (source
/// <c>api</c> or <c>workflow</c>) is in the record already, perhaps with later changes, and is not written again.</summary>
public sealed class AppointmentKeeping(IRecords records, IIdSource ids)
{
    /// <summary>Not yet, perhaps: <see cref="EarlyVisits"/>.</summary>
    public const string Unknown = "unmatched:appointment.unknown";

    public async Task<Kept> Apply(PracticeEvent e, string contactId, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        if (e.Data.ValueKind is not JsonValueKind.Object || JsonNode.Parse(e.Data.GetRawText()) is not JsonObject data || data["appointment"] is not JsonObject said) return Kept.No("unmatched:appointment.missing");
        var known = await Find(e.Practice, Text(said, "id"), Text(said, "externalId"), ct);
        var start = At(said, "startsAt");
        if (known is null && e.Type != "appointment.booked") return Kept.No(Unknown);
        if (known is null && start is null) return Kept.No("unmatched:appointment.startsAt");

        var before = known?.Body;
        var own = e.Source is "api" or "workflow" or "intake";
        // News come in any order; each is measured by what is known of the same thing.
        var (late, moves, turns) = (before?.ReportedAt > e.At, !((before?.MovedAt ?? before?.ReportedAt) > e.At), !((before?.StatusAt ?? before?.ReportedAt) > e.At));
        if (!own && e.Type switch { "appointment.rescheduled" => !moves, "appointment.status.changed" => !turns, _ => late }) return Kept.No("stale");
        var body = before ?? new Appointment { ContactId = contactId, StartsAt = start!.Value, CreatedAt = now };
        if (!own && late) body = Late(e, said, body, moves, turns);
        else if (!own || before is null) body = body with
        {
            ReportedAt = e.At, MovedAt = e.Type != "appointment.status.changed" ? e.At : body.MovedAt ?? body.ReportedAt,
            StatusAt = e.Type != "appointment.rescheduled" || Status(said) is not null ? e.At : body.StatusAt ?? body.ReportedAt,
            Services = Services(said) is { } services && !services.SequenceEqual(body.Services ?? []) ? services : body.Services,
            Category = Text(said, "category") ?? body.Category, Recurring = said["recurring"] is JsonValue recurring && recurring.TryGetValue(out bool series) ? series : body.Recurring,
            ModifiedById = Text(said, "modifiedBy") is null ? body.ModifiedById : Text(said, "modifiedById"),
            StartsAt = e.Type == "appointment.status.changed" ? body.StartsAt : start ?? body.StartsAt,
            EndsAt = e.Type == "appointment.status.changed" ? body.EndsAt : At(said, "endsAt") ?? body.EndsAt,
            Status = Status(said) ?? body.Status,
            CalendarId = Text(said, "calendarId") ?? body.CalendarId, UserId = Text(said, "userId") ?? body.UserId,
            Title = Text(said, "title") ?? body.Title, Service = Text(said, "service") ?? VisitServices.Named(Services(said)) ?? body.Service,
            Location = Text(said, "location") ?? body.Location, Notes = Text(said, "notes") ?? body.Notes,
            ExternalId = Text(said, "externalId") ?? body.ExternalId, ModifiedBy = Text(said, "modifiedBy") ?? body.ModifiedBy ?? "customer",
            Rescheduled = body.Rescheduled || e.Type == "appointment.rescheduled",
        };
        var id = known?.Id ?? Text(said, "id") ?? ids.New("apt");
        if (body != before) changes.Put(Kinds.Appointment, id, body, known?.Revision ?? 0);
        // Told twice, by two webhooks of one change for example, it has changed once: nobody is sorry for one visit two times. What
        // stands there of this very event is from an attempt that was cut short.
        if (!own && e.Type == "appointment.status.changed" && before is not null && Status(said) == before.Status && !((before.StatusAt ?? before.ReportedAt) == e.At)) return Kept.No("unchanged");

        if (!own && before is not null && body.Status != before.Status) said["fromStatus"] = JsonSerializer.SerializeToNode(before, Kinds.Appointment.Json)!["status"]?.DeepClone();
        if (!own && before is not null && body.StartsAt != before.StartsAt) said["fromStartsAt"] = before.StartsAt.ToString("O", CultureInfo.InvariantCulture);
        // How the visit stood when the product wrote it is what this event is about: how it stands since has an event of its own.
        var then = own ? Status(said) : null;
        var over = IsOver(body.Status) && then is { } told && !IsOver(told);
        foreach (var (name, value) in JsonSerializer.SerializeToNode(body, Kinds.Appointment.Json)!.AsObject().ToList())
            if (name != "status" || then is null || over) said[name] = value?.DeepClone();
        said["id"] = id;
        if (body.CalendarId is { } calendarId && await records.Find(Kinds.Calendar, e.Practice, calendarId, ct) is { } calendar)
        {
            // What a filter may ask of the calendar stands with the visit.
            said["calendarGroup"] ??= calendar.Body.Group;
            said["timeZone"] ??= calendar.Body.TimeZone;
        }
        var kept = e with { Data = JsonSerializer.SerializeToElement(data) };
        if (e.Type == "appointment.booked" && !over && (before is null || e.Source is "api" or "workflow")) changes.Add(FirstStatus(kept with { ContactId = contactId }, ids));
        return new(kept with { ContactId = contactId }, null, over);
    }

    /// <summary>The visit's time, or its status, as it was reported after the latest of that kind and before the latest of the other.</summary>
    static Appointment Late(PracticeEvent e, JsonObject said, Appointment body, bool moves, bool turns)
    {
        if (moves && e.Type == "appointment.rescheduled")
            body = body with { MovedAt = e.At, StatusAt = body.StatusAt ?? body.ReportedAt, StartsAt = At(said, "startsAt") ?? body.StartsAt, EndsAt = At(said, "endsAt") ?? body.EndsAt, Rescheduled = true };
        return turns && Status(said) is { } status ? body with { StatusAt = e.At, MovedAt = body.MovedAt ?? body.ReportedAt, Status = status } : body;
    }

    static bool IsOver(AppointmentStatus status) => status is AppointmentStatus.Cancelled or AppointmentStatus.NoShow or AppointmentStatus.Invalid;

    /// <summary>A booking is also the first status the visit has, so "appointment is new" may start a workflow.</summary>
    /// <remarks>Routed after the booking, it also sees whether the visit was called off while the booking was routed.</remarks>
    public static Change FirstStatus(PracticeEvent booking, IIdSource ids) =>
        new Change.Accept(booking with { Id = ids.New("evt"), Source = "intake", SourceId = $"{booking.Id}/status", Type = "appointment.status.changed" });

    /// <summary>Names, or things with a name.</summary>
    static ImmutableArray<string>? Services(JsonObject said) => said["services"] is not JsonArray all ? null
        : [.. all.Select(one => one is JsonObject thing ? Text(thing, "name") : one is JsonValue value && value.TryGetValue(out string? name) ? name : null).OfType<string>()];

    async Task<Stored<Appointment>?> Find(string practice, string? id, string? externalId, CancellationToken ct) =>
        id is not null && await records.Find(Kinds.Appointment, practice, id, ct) is { } known ? known
        : externalId is not null ? await records.FindBy(Kinds.Appointment, practice, "external", externalId, ct) : null;

    static string? Text(JsonObject from, string name) => from[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    static DateTimeOffset? At(JsonObject from, string name) => Moment.TryParse(Text(from, name), out var moment) ? moment.Instant : null;

    static AppointmentStatus? Status(JsonObject from) => Text(from, "status")?.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal) switch
    {
        "new" or "booked" or "scheduled" => AppointmentStatus.New,
        "confirmed" => AppointmentStatus.Confirmed,
        "cancelled" or "canceled" => AppointmentStatus.Cancelled,
        "showed" or "arrived" or "completed" => AppointmentStatus.Showed,
        "noshow" => AppointmentStatus.NoShow,
        "invalid" => AppointmentStatus.Invalid,
        _ => null,
    };
}

/// <summary>The event as it is kept, with our ids in it; or why it means nothing.</summary>
/// <param name="Over">What it is about was over before anybody routed it: it starts nothing, and ends what its own booking has started.</param>
public sealed record Kept(PracticeEvent? Event, string? Why, bool Over = false)
{
    public static Kept No(string why) => new(null, why);
}
