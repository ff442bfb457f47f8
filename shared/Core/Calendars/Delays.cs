namespace AesthetixWorkflows.Core.Calendars;

/// <summary>When a wait is over.</summary>
public static class Delays
{
    /// <summary>The moment a wait that began at <paramref name="from"/> is over; never before it unless the plan's duration is
    /// negative. "One day at 10:00" is 10:00 local on both sides of a clock change.</summary>
    /// <remarks>A window that never opens holds nothing back: it is a finding at publishing, not a contact stuck for ever.
    /// A time of day comes once a day: of a repeated hour, the first.</remarks>
    /// <exception cref="FormatException">The plan's duration is not one; publishing has refused those.</exception>
    /// <param name="holidays">Days on which a window stays closed. A plan without a window takes no notice of them.</param>
    public static DateTimeOffset Resume(DateTimeOffset from, DelayPlan plan, string zone, IReadOnlyList<PauseRange>? holidays = null)
    {
        if (!Durations.TryParse(plan.For, out var duration))
            throw new FormatException($"Not a duration: '{plan.For}'.");
        var due = Durations.Add(from, duration, zone);
        if (plan.At is { } time)
            due = AtTime(due, time, zone, duration.IsOfDays);
        return plan.Window is { } window ? Open(due, window, zone, holidays ?? []) : due;
    }

    /// <summary>The moment at which a wait that is over may go on: later when a holiday was put in its way meanwhile.</summary>
    public static DateTimeOffset Open(DateTimeOffset at, Window window, string zone, IReadOnlyList<PauseRange> holidays)
    {
        var open = Windows.NextOpen(at, window, zone) ?? at;
        // A window that opens on holidays only holds nothing back either.
        for (var round = 0; round < MostHolidays && PauseDates.Resume(open, holidays, zone) is var free && free > open; round++)
            open = Windows.NextOpen(free, window, zone) ?? free;
        return open;
    }

    const int MostHolidays = 60;

    static DateTimeOffset AtTime(DateTimeOffset due, TimeOnly time, string zone, bool onThatDay)
    {
        var date = Zones.DateOf(due, zone);
        var at = Zones.At(date, time, zone);
        return onThatDay || at >= due ? at : Zones.At(date.AddDays(1), time, zone);
    }
}
