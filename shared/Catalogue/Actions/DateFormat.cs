using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Writes a date in another way, or says which of two comes first.</summary>
sealed class DateFormat : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("date.format", "Format date", "Tools", "Writes a date in another way, or compares two dates. Later steps can use the result.",
        Config:
        [
            new("op", FieldKind.Choice, "Do", Required: true, Options: [new("format", "Write it another way"), new("compare", "Compare with another date")]),
            new("date", FieldKind.Text, "Date", Required: true, MaxLength: 200, Merge: true, Exact: true),
            new("from", FieldKind.Text, "It is written as", MaxLength: 60, Help: "For example dd/MM/yyyy. Left empty: 2026-12-24, with or without a time."),
            new("to", FieldKind.Text, "Write it as", MaxLength: 60, Help: "For example dddd, d MMMM or HH:mm. Left empty: 2026-12-24."),
            new("with", FieldKind.Text, "The other date", MaxLength: 200, Merge: true, Exact: true),
        ],
        Outputs: [new("value", "Result"), new("days", "Days between them", "number")], NeedsContact: false);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) => Task.FromResult(Execute(call));

    static Outcome Execute(ActionCall call)
    {
        var (config, zone) = (call.Config, call.Setting.Zone);
        if (Read(config.Need("date"), config.Text("from"), zone) is not { } date) return new Outcome.Failed("date.unreadable", Retryable: false);
        if (config.Text("op") == "compare")
        {
            if (Read(config.Need("with"), config.Text("from"), zone) is not { } other) return new Outcome.Failed("date.unreadable", Retryable: false);
            var order = date.CompareTo(other, zone);
            call.Give(new JsonObject { ["value"] = order < 0 ? "earlier" : order > 0 ? "later" : "equal", ["days"] = date.DayIn(zone).DayNumber - other.DayIn(zone).DayNumber });
            return Outcome.Done.Plain;
        }
        if (Write(date, config.Text("to") ?? "yyyy-MM-dd", zone) is not { } text) return new Outcome.Failed("date.format.invalid", Retryable: false);
        call.Give(new JsonObject { ["value"] = text });
        return Outcome.Done.Plain;
    }

    static Moment? Read(string text, string? format, string zone)
    {
        if (format is null) return Moment.TryParse(text, out var moment) ? moment : null;
        if (!DateTime.TryParseExact(text.Trim(), Custom(format), CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return null;
        var day = DateOnly.FromDateTime(local);
        return format.Contains('H') || format.Contains('h') ? Moment.Of(Zones.At(day, TimeOnly.FromDateTime(local), zone)) : Moment.Of(day);
    }

    static string? Write(Moment moment, string format, string zone)
    {
        var at = moment.Instant is { } instant ? Zones.ToLocal(instant, zone) : new DateTimeOffset(moment.DayIn(zone).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        try
        {
            return at.ToString(Custom(format), CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A single letter would be one of .NET's standard formats.</summary>
    static string Custom(string format) => format.Length == 1 ? "%" + format : format;
}
