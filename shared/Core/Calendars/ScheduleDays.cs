using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>The dates on which a schedule comes.</summary>
public abstract record ScheduleDays
{
    // The day before the end of the calendar, so that there is always a next one.
    static readonly DateOnly latest = DateOnly.MaxValue.AddDays(-1);

    private ScheduleDays() { }

    public sealed record EveryDay : ScheduleDays;

    public sealed record OnWeekdays(ImmutableHashSet<DayOfWeek> Days) : ScheduleDays;

    /// <param name="Day">1 to 31; in a month that is shorter, its last day.</param>
    public sealed record OnDayOfMonth(int Day) : ScheduleDays;

    public sealed record OnDate(DateOnly Date) : ScheduleDays;

    public sealed record ByCron(Cron Cron) : ScheduleDays;

    /// <summary>No date before this one is among them, and none after <see cref="Last"/>.</summary>
    public DateOnly First => this is OnDate once ? once.Date : DateOnly.MinValue;

    public DateOnly Last => this is OnDate once && once.Date < latest ? once.Date : latest;

    public bool Has(DateOnly date) => this switch
    {
        EveryDay => true,
        OnWeekdays weekly => weekly.Days.Contains(date.DayOfWeek),
        OnDayOfMonth monthly => date.Day == Math.Min(monthly.Day, DateTime.DaysInMonth(date.Year, date.Month)),
        OnDate once => date == once.Date,
        ByCron cron => cron.Cron.Has(date),
        _ => throw new InvalidOperationException($"Unknown days of a schedule: {this}."),
    };
}
