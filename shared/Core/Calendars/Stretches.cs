namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Stretches of a day, held against each other.</summary>
public static class Stretches
{
    /// <summary>Whether there is a moment in both. One that runs past midnight also takes the morning.</summary>
    public static bool Meet(OpenHours a, OpenHours b) => Parts(a).Any(x => Parts(b).Any(y => x.From < y.To && y.From < x.To));

    static IEnumerable<(TimeSpan From, TimeSpan To)> Parts(OpenHours hours)
    {
        var (from, to) = (hours.From.ToTimeSpan(), hours.To.ToTimeSpan());
        if (to > from) return [(from, to)];
        return [(from, TimeSpan.FromDays(1)), (TimeSpan.Zero, to)];
    }
}
