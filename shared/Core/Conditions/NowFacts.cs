using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>The moment as facts, on the local clock: <c>now</c>, <c>now.date</c>, <c>now.time</c> ("HH:mm"), <c>now.weekday</c>
/// (mon to sun), <c>now.dayOfMonth</c>, <c>now.month</c>, <c>now.year</c>, <c>now.hour</c>.</summary>
public sealed class NowFacts(DateTimeOffset now, string zone) : IFacts
{
    const string Root = "now";
    const string Prefix = "now.";

    public static IReadOnlyList<string> Fields { get; } =
        ["now", "now.date", "now.time", "now.weekday", "now.dayOfMonth", "now.month", "now.year", "now.hour"];

    /// <summary>Answers with and without the leading <c>now.</c>.</summary>
    public Fact Find(string field) => Find(Owns(field) ? field : Prefix + field, now, zone);

    internal static bool Owns(string field) => field.StartsWith(Prefix, StringComparison.Ordinal) || field == Root;

    internal static Fact Find(string field, DateTimeOffset now, string zone)
    {
        var local = Zones.ToLocal(now, zone);
        return field switch
        {
            "now" => new Fact.Instant(now),
            "now.date" => new Fact.Day(DateOnly.FromDateTime(local.DateTime)),
            "now.time" => new Fact.Text(ClockTimes.Write(TimeOnly.FromDateTime(local.DateTime))),
            "now.weekday" => new Fact.Text(Weekdays.Name(local.DayOfWeek)),
            "now.dayOfMonth" => new Fact.Number(local.Day),
            "now.month" => new Fact.Number(local.Month),
            "now.year" => new Fact.Number(local.Year),
            "now.hour" => new Fact.Number(local.Hour),
            _ => Fact.None,
        };
    }
}
