namespace AesthetixWorkflows.Core.Calendars;

/// <summary>So many days before or after a date, at a time of day: when a trigger that looks at dates comes.</summary>
public sealed record DayRule(DaySide Side, int Days, TimeOnly At)
{
    /// <summary>The date that has its turn on a day: on 3 June, "7 days before" is about 10 June.</summary>
    public DateOnly About(DateOnly today) => Side switch
    {
        DaySide.Before => today.AddDays(Days),
        DaySide.On => today,
        DaySide.After => today.AddDays(-Days),
        _ => throw new InvalidOperationException($"Unknown side of a day: {Side}."),
    };

    /// <summary>The latest time it came, up to now, and the day on which it did.</summary>
    /// <remarks>Once on every local date: in the hour that is repeated at its first time, in the one that is skipped at its end.</remarks>
    public (DateOnly Day, DateTimeOffset At) Latest(DateTimeOffset now, string zone)
    {
        var today = Zones.DateOf(now, zone);
        return On(today, zone) is var at && at <= now ? (today, at) : (today.AddDays(-1), On(today.AddDays(-1), zone));
    }

    public DateTimeOffset Next(DateTimeOffset now, string zone) => On(Latest(now, zone).Day.AddDays(1), zone);

    DateTimeOffset On(DateOnly day, string zone) => Zones.At(day, At, zone);
}

/// <summary>On which side of the date.</summary>
public enum DaySide { Before, On, After }
