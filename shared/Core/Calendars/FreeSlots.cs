namespace AesthetixWorkflows.Core.Calendars;

/// <summary>When a calendar can still be booked. Slots begin with the opening and follow each other without a gap but the
/// buffer. Hours are those on the wall, what lies between them is elapsed time: when the clocks change there are more slots
/// or fewer, and none of them overlap.</summary>
public static class FreeSlots
{
    /// <summary>Free slots that begin in a stretch of time, in order.</summary>
    /// <param name="length">Of one visit.</param>
    /// <param name="buffer">Kept free before and after what is taken.</param>
    /// <param name="taken">When it is busy: from, to.</param>
    public static IEnumerable<DateTimeOffset> Between(
        DateTimeOffset from, DateTimeOffset to, Window open, string zone, TimeSpan length, TimeSpan buffer, IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> taken)
    {
        if (length <= TimeSpan.Zero) yield break;
        // What runs past midnight belongs to the day before.
        for (var day = Zones.DateOf(from, zone).AddDays(-1); day <= Zones.DateOf(to, zone); day = day.AddDays(1))
            foreach (var (opens, closes) in Hours(open, day, zone).OrderBy(hours => hours.Opens))
                for (var at = opens; at + length <= closes; at += length + buffer)
                    if (at >= from && at < to && IsFree(at, length, buffer, taken)) yield return at;
    }

    /// <summary>Whether a visit fits at just this moment: open the whole time and nothing else in the way.</summary>
    public static bool Fits(
        DateTimeOffset at, Window open, string zone, TimeSpan length, TimeSpan buffer, IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> taken)
    {
        var day = Zones.DateOf(at, zone);
        return new[] { day.AddDays(-1), day }.SelectMany(date => Hours(open, date, zone)).Any(hours => hours.Opens <= at && at + length <= hours.Closes)
            && IsFree(at, length, buffer, taken);
    }

    static bool IsFree(DateTimeOffset at, TimeSpan length, TimeSpan buffer, IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> taken) =>
        taken.All(busy => at + length + buffer <= busy.From || at >= busy.To + buffer);

    static IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> Hours(Window open, DateOnly day, string zone) =>
        open.Hours.TryGetValue(day.DayOfWeek, out var hours) && !hours.IsDefault
            ? hours.Select(stretch => (Zones.At(day, stretch.From, zone), Zones.At(stretch.To <= stretch.From ? day.AddDays(1) : day, stretch.To, zone)))
            : [];
}
