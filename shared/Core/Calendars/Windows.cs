using System.Collections.Immutable;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Whether a window is open, and when it opens next. What counts is the local clock on the wall: of an hour that
/// comes twice both are open, and an hour that is skipped is not made up for.</summary>
public static class Windows
{
    // A weekly window missed for a clock change, and once more for a calendar that skips the day, still opens within this.
    const int HorizonDays = 28;

    public static bool IsOpen(DateTimeOffset at, Window window, string zone) =>
        IsOpen(window, Zones.Local(at, zone).LocalDateTime);

    /// <summary>The first open moment at or after <paramref name="at"/>; null when the window never opens.</summary>
    public static DateTimeOffset? NextOpen(DateTimeOffset at, Window window, string zone)
    {
        var local = Zones.Local(at, zone);
        if (IsOpen(window, local.LocalDateTime))
            return at;

        var now = local.ToInstant();
        Instant? best = null;
        for (var day = 0; day <= HorizonDays; day++)
        {
            var date = local.Date.PlusDays(day);
            foreach (var hours in Of(window, date.DayOfWeek.ToDayOfWeek()))
                Offer(local.Zone.MapLocal(date + LocalTime.FromTimeOnly(hours.From)));
        }
        // A change of the clocks may open a window in the middle of its hours.
        var horizon = now + Duration.FromDays(HorizonDays);
        foreach (var interval in local.Zone.GetZoneIntervals(now, horizon))
            if (interval.HasStart && IsOpen(window, interval.Start.InZone(local.Zone).LocalDateTime))
                Consider(interval.Start);
        return best?.InZone(local.Zone).ToDateTimeOffset();

        void Offer(ZoneLocalMapping opening)
        {
            if (opening.Count == 0)
                return;
            Consider(opening.First().ToInstant());
            Consider(opening.Last().ToInstant());
        }

        void Consider(Instant candidate)
        {
            if (candidate >= now && (best is null || candidate < best))
                best = candidate;
        }
    }

    /// <summary>Open whenever one of them is.</summary>
    public static Window Join(ImmutableArray<Window> windows) => new(Enum.GetValues<DayOfWeek>()
        .Select(day => (Day: day, Hours: windows.SelectMany(window => Of(window, day)).ToImmutableArray())).Where(day => !day.Hours.IsEmpty).ToImmutableDictionary(day => day.Day, day => day.Hours));

    /// <summary>Whether there is a moment of the week, told by one clock, in which all are open.</summary>
    public static bool Meet(ImmutableArray<Window> windows) => windows.Any(window => Openings(window).Any(opening => windows.All(other => IsOpen(other, opening))));

    // What several have in common begins where one of them opens.
    static IEnumerable<LocalDateTime> Openings(Window window) =>
        Enumerable.Range(1, 7).Select(day => new LocalDate(2024, 1, day)).SelectMany(date => Of(window, date.DayOfWeek.ToDayOfWeek()).Select(hours => date + LocalTime.FromTimeOnly(hours.From)));

    static bool IsOpen(Window window, LocalDateTime local)
    {
        var time = local.TimeOfDay.ToTimeOnly();
        foreach (var hours in Of(window, local.DayOfWeek.ToDayOfWeek()))
            if (time >= hours.From && (time < hours.To || IsPastMidnight(hours)))
                return true;
        foreach (var hours in Of(window, local.Date.PlusDays(-1).DayOfWeek.ToDayOfWeek()))
            if (IsPastMidnight(hours) && time < hours.To)
                return true;
        return false;
    }

    static bool IsPastMidnight(OpenHours hours) => hours.To <= hours.From;

    static ImmutableArray<OpenHours> Of(Window window, DayOfWeek day) =>
        window.Hours.TryGetValue(day, out var hours) && !hours.IsDefault ? hours : [];
}
