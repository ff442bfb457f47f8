using System.Collections.Immutable;
using AesthetixWorkflows.Core.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class ScheduleProperties
{
    static readonly Gen<string> zones = Gen.Elements("America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Nuuk", "Africa/Casablanca", "UTC");

    // Half of all instants lie near a change of the clocks in New York, London, Nuuk or Lord Howe.
    static readonly Gen<DateTimeOffset> instants = Gen.OneOf(
        Gen.Choose(0, 60 * 365 * 24 * 60).Select(minutes => DateTimeOffset.UnixEpoch.AddMinutes(minutes)),
        from day in Gen.Elements(new DateTime(2026, 3, 7), new(2026, 10, 31), new(2026, 3, 28), new(2026, 10, 24), new(2026, 4, 4), new(2026, 10, 3))
        from minutes in Gen.Choose(0, 3 * 24 * 60)
        select new DateTimeOffset(day, TimeSpan.Zero).AddMinutes(minutes));

    static readonly Gen<ScheduleDays> days = Gen.OneOf(
        Gen.Constant((ScheduleDays)new ScheduleDays.EveryDay()),
        Gen.NonEmptyListOf(Gen.Choose(1, 5)).Select(d => (ScheduleDays)new ScheduleDays.OnWeekdays([.. d.Select(n => (DayOfWeek)n)])),
        Gen.Choose(1, 31).Select(d => (ScheduleDays)new ScheduleDays.OnDayOfMonth(d)),
        from day in Gen.Choose(1, 28) from weekday in Gen.Elements("*", "mon", "1-5") select (ScheduleDays)Parse($"0 0 {day} * {weekday}"));

    static readonly Gen<(DateTimeOffset After, string Zone, Schedule Schedule)> cases =
        from at in instants
        from zone in zones
        from dates in days
        from times in Gen.NonEmptyListOf(Gen.Choose(0, 95).Select(quarter => new TimeOnly(quarter / 4, quarter % 4 * 15)))
        from skip in Gen.Elements(true, false)
        select (at, zone, new Schedule(dates, [.. times.Distinct().Order()], skip));

    static ScheduleDays.ByCron Parse(string text) => Cron.TryParse(text, out var cron, out var why) ? new ScheduleDays.ByCron(cron) : throw new(why);

    /// <summary>Every occurrence in a span, found without asking for the next one.</summary>
    static List<DateTimeOffset> All(Schedule schedule, string zone, DateTimeOffset after, DateTimeOffset to)
    {
        var found = new SortedSet<DateTimeOffset>();
        for (var date = Zones.DateOf(after, zone).AddDays(-2); date <= Zones.DateOf(to, zone).AddDays(2); date = date.AddDays(1))
            if (schedule.Days.Has(date) && !(schedule.SkipWeekends && date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
                foreach (var time in schedule.Times) found.Add(Zones.At(date, time, zone));
        return [.. found.Where(at => at > after && at <= to)];
    }

    [Fact]
    public void The_next_one_is_later_is_an_occurrence_and_none_lies_between() =>
        Check.QuickThrowOnFailure(Prop.ForAll(cases.ToArbitrary(), x =>
            x.Schedule.Next(x.After, x.Zone) is { } next && next > x.After && All(x.Schedule, x.Zone, x.After, next).SequenceEqual([next])));

    [Fact]
    public void Asked_again_and_again_it_gives_every_occurrence_once() =>
        Check.QuickThrowOnFailure(Prop.ForAll(cases.ToArbitrary(), x =>
        {
            var (end, seen) = (x.After.AddDays(70), new List<DateTimeOffset>());
            for (var at = x.Schedule.Next(x.After, x.Zone); at <= end; at = x.Schedule.Next(at.Value, x.Zone)) seen.Add(at.Value);
            return seen.SequenceEqual(All(x.Schedule, x.Zone, x.After, end));
        }));

    [Fact]
    public void Reading_any_text_as_cron_never_throws() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""), Gen.ListOf(Gen.Elements([.. "0159*/-, mon"])).Select(c => string.Concat(c))).ToArbitrary(),
            text => Cron.TryParse(text, out var cron, out _) == (cron is { Times.Length: > 0 })));
}
