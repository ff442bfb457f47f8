using System.Globalization;
using AesthetixWorkflows.Core.Calendars;
using FsCheck;
using FsCheck.Fluent;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class FreeSlotsTests
{
    const string NewYork = "America/New_York";
    const string Mornings = """{"days":["mon","tue","wed","thu","fri"],"from":"09:00","to":"11:00"}""";
    const string Nights = """{"days":["sat"],"from":"22:00","to":"04:00"}""";

    static Window Read(string json) => WindowJson.TryRead(Json(json), out var window, out var error) ? window : throw new(error.Message);
    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    static string Slots(string window, string from, string to, int length, int buffer = 0, params (string From, string To)[] taken) =>
        string.Join(' ', FreeSlots.Between(At(from), At(to), Read(window), NewYork, TimeSpan.FromMinutes(length), TimeSpan.FromMinutes(buffer), [.. taken.Select(busy => (At(busy.From), At(busy.To)))])
            .Select(slot => Zones.ToLocal(slot, NewYork).ToString("ddd HH:mm", CultureInfo.InvariantCulture)));

    [Fact]
    public void Slots_follow_each_other_within_the_hours_with_the_buffer_between_them()
    {
        Assert.Equal("Mon 09:00 Mon 09:30 Mon 10:00 Mon 10:30", Slots(Mornings, "2026-06-01T00:00:00-04:00", "2026-06-02T00:00:00-04:00", 30));
        Assert.Equal("Mon 09:00 Mon 09:45 Mon 10:30", Slots(Mornings, "2026-06-01T00:00:00-04:00", "2026-06-02T00:00:00-04:00", 30, 15));
        Assert.Equal("Mon 09:00", Slots(Mornings, "2026-06-01T00:00:00-04:00", "2026-06-02T00:00:00-04:00", 90));
    }

    [Fact]
    public void What_has_begun_or_is_taken_is_not_free() =>
        Assert.Equal("Mon 10:30 Tue 09:00", Slots(Mornings, "2026-06-01T09:10:00-04:00", "2026-06-02T09:01:00-04:00", 30, 0, ("2026-06-01T09:50:00-04:00", "2026-06-01T10:30:00-04:00")));

    [Fact]
    public void The_buffer_is_kept_to_what_is_taken_too() =>
        Assert.Equal("Mon 10:30", Slots(Mornings, "2026-06-01T00:00:00-04:00", "2026-06-02T00:00:00-04:00", 30, 15, ("2026-06-01T09:30:00-04:00", "2026-06-01T10:00:00-04:00")));

    [Fact]
    public void Hours_run_past_midnight_and_over_a_change_of_the_clocks()
    {
        // In the night to 8 March 2026 the hour after two is skipped: 22:00 to 04:00 has five hours.
        Assert.Equal("Sat 22:00 Sat 23:00 Sun 00:00 Sun 01:00 Sun 03:00", Slots(Nights, "2026-03-07T12:00:00-05:00", "2026-03-08T12:00:00-04:00", 60));
        Assert.Equal("Sun 00:00 Sun 01:00 Sun 03:00", Slots(Nights, "2026-03-08T00:00:00-05:00", "2026-03-08T12:00:00-04:00", 60));
    }

    [Theory]
    [InlineData("2026-06-01T09:10:00-04:00", true)]
    [InlineData("2026-06-01T10:40:00-04:00", false)]
    [InlineData("2026-06-06T09:10:00-04:00", false)]
    public void A_given_time_fits_when_all_of_it_is_within_the_hours(string at, bool fits) =>
        Assert.Equal(fits, FreeSlots.Fits(At(at), Read(Mornings), NewYork, TimeSpan.FromMinutes(30), TimeSpan.Zero, []));

    [Fact]
    public void Whatever_is_booked_one_after_the_other_never_overlaps() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from length in Gen.Choose(5, 120) from buffer in Gen.Choose(0, 30) from start in Gen.Choose(0, 400 * 24) select (length, buffer, start)).ToArbitrary(), given =>
        {
            var (length, buffer) = (TimeSpan.FromMinutes(given.length), TimeSpan.FromMinutes(given.buffer));
            var from = At("2026-01-01T00:00:00Z").AddHours(given.start);
            var taken = new List<(DateTimeOffset From, DateTimeOffset To)>();
            for (var i = 0; i < 12; i++)
            {
                var slot = FreeSlots.Between(from, from.AddDays(30), Read(i % 2 == 0 ? Nights : Mornings), NewYork, length, buffer, taken).First();
                Assert.True(slot >= from && FreeSlots.Fits(slot, Read(i % 2 == 0 ? Nights : Mornings), NewYork, length, buffer, taken));
                Assert.All(taken, busy => Assert.True(slot + length + buffer <= busy.From || slot >= busy.To + buffer));
                taken.Add((slot, slot + length));
            }
        }));
}
