using System.Globalization;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Adding to dates and moments, and writing them so that every other step reads them again.</summary>
static class DateSums
{
    /// <summary>Days and more keep the local time of day. A date to which hours are added becomes a moment of that day.</summary>
    /// <returns>Null beyond ten years.</returns>
    public static Moment? Add(Moment moment, decimal amount, string unit, string zone)
    {
        var size = Math.Abs(amount).ToString(CultureInfo.InvariantCulture);
        var length = unit switch { "minutes" => $"PT{size}M", "hours" => $"PT{size}H", "weeks" => $"P{size}W", "months" => $"P{size}M", "years" => $"P{size}Y", _ => $"P{size}D" };
        if (!Durations.TryParse(length, out var duration)) return null;
        if (amount < 0) duration = duration.Negate();
        // Reckoned in UTC, where every day has 24 hours.
        if (moment.Instant is null && unit is not ("minutes" or "hours"))
            return Moment.Of(DateOnly.FromDateTime(Durations.Add(Zones.At(moment.DayIn(zone), TimeOnly.MinValue, "UTC"), duration, "UTC").UtcDateTime));
        return Moment.Of(Durations.Add(moment.Instant ?? Zones.At(moment.DayIn(zone), TimeOnly.MinValue, zone), duration, zone));
    }

    public static string Write(Moment moment, string zone) =>
        PlainText.Of(moment.Instant is { } at ? new Fact.Instant(at) : new Fact.Day(moment.DayIn(zone)), zone);
}
