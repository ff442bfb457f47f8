using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;

namespace AesthetixWorkflows.Runtime.Locating;

/// <summary>By whose clock a contact's texts wait, for people.</summary>
public static class TextHoursWords
{
    /// <param name="contact">Who receives them.</param>
    public static string Of(Practice practice, string? purpose, Contact contact, DateTimeOffset now)
    {
        var where = Whereabouts.Of(contact, practice, now);
        var windows = RingingHours.Of(practice, purpose, where.State);
        var daily = windows is [var only] ? Daily(only) : null;
        if (daily is { } always && always.From == always.To) return "Texts to this number go out at any hour.";
        var hours = daily is { } day ? $"it is {ClockTimes.Write(day.From)}–{ClockTimes.Write(day.To)}" : "the hours for texts are open";
        return $"Texts to this number go out when {hours} in {Places(where)}{Known(where, practice)}.";
    }

    static string Places(Whereabouts where) => where.Zones.Length == 1 ? City(where.Zones[0])
        : $"{string.Join(", ", where.Zones.SkipLast(1).Select(City))} and {City(where.Zones[^1])}";

    /// <summary>What may be wrong is said with what it is known by.</summary>
    static string Known(Whereabouts where, Practice practice) => where.From switch
    {
        ZoneSource.Contact => "",
        ZoneSource.Address => where.Zones.Length > 1 ? ": the contact's address may be in either" : ", by the contact's address",
        ZoneSource.Phone when where.Zones.Contains(practice.TimeZone) && where.Zones.Length == 1 => "",
        ZoneSource.Phone => ": where the number is from, and where the practice is",
        ZoneSource.Practice => ", where the practice is",
        _ => throw new InvalidOperationException($"Unknown source of a time zone: {where.From}."),
    };

    /// <summary>Zones are named after cities: <c>America/Los_Angeles</c>.</summary>
    static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    static OpenHours? Daily(Window window) =>
        window.Hours.Count == 7 && window.Hours.Values.All(hours => hours is [var one] && one == window.Hours.Values.First()[0]) ? window.Hours.Values.First()[0] : null;
}
