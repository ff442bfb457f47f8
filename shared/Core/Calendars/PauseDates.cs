namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Dates on which actions stand still.</summary>
public static class PauseDates
{
    /// <summary>The first instant at or after <paramref name="at"/> on no paused date: <paramref name="at"/> itself, or the
    /// local midnight after the last of a chain of ranges. When the ranges leave no day of any year free, they pause nothing.</summary>
    public static DateTimeOffset Resume(DateTimeOffset at, IReadOnlyList<PauseRange> ranges, string zone)
    {
        var date = Zones.DateOf(at, zone);
        var free = date;
        // A yearly range that comes a third time in one chain would come for ever.
        for (var step = 0; step <= ranges.Count * 3; step++)
        {
            if (EndOfPause(free, ranges) is not { } last)
                return free == date ? at : Zones.At(free, TimeOnly.MinValue, zone);
            if (last == DateOnly.MaxValue)
                break;
            free = last.AddDays(1);
        }
        return at;
    }

    /// <summary>The last date of a range that holds <paramref name="date"/>.</summary>
    static DateOnly? EndOfPause(DateOnly date, IReadOnlyList<PauseRange> ranges)
    {
        foreach (var range in ranges)
        {
            if (!range.Yearly)
            {
                if (range.From <= date && date <= range.To)
                    return range.To;
                continue;
            }
            for (var year = Math.Max(date.Year - 1, 1); year <= date.Year; year++)
                if (Occurrence(range, year) is var (from, to) && from <= date && date <= to)
                    return to;
        }
        return null;
    }

    /// <summary>A yearly range as it falls in one year. A last day before its first runs over new year.</summary>
    static (DateOnly From, DateOnly To) Occurrence(PauseRange range, int year)
    {
        var overNewYear = (range.To.Month, range.To.Day).CompareTo((range.From.Month, range.From.Day)) < 0;
        var end = overNewYear && year < DateOnly.MaxValue.Year ? year + 1 : year;
        // In years without 29 February a range begins on 1 March or ends on 28 February; one of that day alone is left out.
        var from = IsLeapDay(range.From) && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new(year, range.From.Month, range.From.Day);
        var to = IsLeapDay(range.To) && !DateTime.IsLeapYear(end) ? new DateOnly(end, 2, 28) : new(end, range.To.Month, range.To.Day);
        return (from, to);
    }

    static bool IsLeapDay(DateOnly date) => date is { Month: 2, Day: 29 };
}
