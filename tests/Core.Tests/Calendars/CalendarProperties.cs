using System.Collections.Immutable;
using AesthetixWorkflows.Core.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class CalendarProperties
{
    static readonly Gen<string> zones = Gen.Elements("America/New_York", "Europe/London", "Australia/Lord_Howe",
        "Pacific/Apia", "Asia/Kathmandu", "Africa/Casablanca", "UTC");

    // Half of all instants lie near a change of the clocks in New York, London or Lord Howe.
    static readonly Gen<DateTimeOffset> instants = Gen.OneOf(
        Gen.Choose(0, 60 * 365 * 24 * 60).Select(minutes => DateTimeOffset.UnixEpoch.AddMinutes(minutes)),
        from day in Gen.Elements(new DateTime(2026, 3, 7), new(2026, 10, 31), new(2026, 3, 28), new(2026, 10, 24), new(2026, 4, 4), new(2026, 10, 3))
        from minutes in Gen.Choose(0, 3 * 24 * 60)
        select new DateTimeOffset(day, TimeSpan.Zero).AddMinutes(minutes));

    static readonly Gen<TimeOnly> times = Gen.Choose(0, 95).Select(quarter => new TimeOnly(quarter / 4, quarter % 4 * 15));

    static readonly Gen<Window> windows =
        from days in Gen.NonEmptyListOf(Gen.Choose(0, 6))
        from hours in Gen.NonEmptyListOf(from open in times from close in times select new OpenHours(open, close))
        select new Window(days.Distinct().ToImmutableDictionary(day => (DayOfWeek)day, _ => hours.ToImmutableArray()));

    static readonly Gen<string> durations =
        from amount in Gen.Choose(0, 40)
        from shape in Gen.Elements("P{0}D", "PT{0}H", "PT{0}M", "P{0}W", "P{0}M", "P{0}DT90M")
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, amount);

    static readonly Gen<(DateTimeOffset At, string Zone, Window Window)> openings =
        from at in instants from zone in zones from window in windows select (at, zone, window);

    [Fact]
    public void The_next_opening_is_open_not_earlier_and_nothing_opens_before_it() =>
        Check.QuickThrowOnFailure(Prop.ForAll(openings.ToArbitrary(), x =>
        {
            if (Windows.NextOpen(x.At, x.Window, x.Zone) is not { } open)
                return false;
            for (var between = x.At; between < open; between = between.AddMinutes(15 - between.Minute % 15))
                if (Windows.IsOpen(between, x.Window, x.Zone))
                    return false;
            return open >= x.At && Windows.IsOpen(open, x.Window, x.Zone);
        }));

    static readonly Gen<(DateTimeOffset From, string Zone, DelayPlan Plan)> delays =
        from at in instants
        from zone in zones
        from length in durations
        from time in times
        from timed in Gen.Elements(true, false)
        from window in windows
        from windowed in Gen.Elements(true, false)
        select (at, zone, new DelayPlan(length, timed ? time : null, windowed ? window : null));

    [Fact]
    public void A_wait_never_ends_before_it_began_and_ends_inside_its_window() =>
        Check.QuickThrowOnFailure(Prop.ForAll(delays.ToArbitrary(), x =>
        {
            var due = Delays.Resume(x.From, x.Plan, x.Zone);
            return due >= x.From && (x.Plan.Window is null || Windows.IsOpen(due, x.Plan.Window, x.Zone));
        }));

    static readonly Gen<PauseRange> ranges =
        from day in Gen.Choose(0, 3000)
        from length in Gen.Choose(0, 20)
        from yearly in Gen.Elements(true, false)
        select new PauseRange(new DateOnly(2024, 1, 1).AddDays(day), new DateOnly(2024, 1, 1).AddDays(day + length), yearly);

    [Fact]
    public void After_a_pause_there_is_no_pause() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            (from at in instants from zone in zones from pauses in Gen.ListOf(ranges, 8) select (at, zone, pauses)).ToArbitrary(), x =>
            {
                var pauses = x.pauses.ToImmutableArray();
                var free = PauseDates.Resume(x.at, pauses, x.zone);
                return free >= x.at && PauseDates.Resume(free, pauses, x.zone) == free;
            }));

    [Fact]
    public void Reading_a_duration_never_throws_and_what_is_written_reads_the_same() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.OneOf(durations, ArbMap.Default.GeneratorFor<string>()).ToArbitrary(), text =>
            !Durations.TryParse(text, out var duration) || Durations.TryParse(duration.ToString(), out var again) && again == duration));
}
