using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Points in local time that come again and again: on some dates, at some times of each.</summary>
/// <param name="Times">In order, without repeats.</param>
/// <param name="SkipWeekends">What would fall on a Saturday or Sunday is left out, not moved.</param>
/// <param name="Until">The last date on which it comes.</param>
public sealed record Schedule(ScheduleDays Days, ImmutableArray<TimeOnly> Times, bool SkipWeekends = false, DateOnly? Until = null)
{
    /// <summary>29 February on a weekday comes again within forty years, even over a century without leap year.</summary>
    const int FurthestDays = 41 * 366;

    /// <summary>The first occurrence after an instant; null when none comes any more.</summary>
    /// <remarks>Each local occurrence comes once: in the hour that is repeated, at its first time; in the one that is
    /// skipped, at its end, and several that end up there are one.</remarks>
    public DateTimeOffset? Next(DateTimeOffset after, string zone)
    {
        var date = Zones.DateOf(after, zone);
        if (date < Days.First) date = Days.First;
        var last = Until < Days.Last ? Until.Value : Days.Last;
        for (var step = 0; step < FurthestDays && date <= last; step++, date = date.AddDays(1))
        {
            if (SkipWeekends && date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || !Days.Has(date)) continue;
            foreach (var time in Times)
                if (Zones.At(date, time, zone) is var at && at > after) return at;
        }
        return null;
    }
}
