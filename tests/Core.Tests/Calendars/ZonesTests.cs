using AesthetixWorkflows.Core.Calendars;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("America/New_York", true)]
    [InlineData("Europe/London", true)]
    [InlineData("UTC", true)]
    [InlineData("america/new_york", false)]
    [InlineData("UTC+03", false)]
    [InlineData("Eastern Standard Time", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_exact_iana_names_are_known(string? zone, bool known) => Assert.Equal(known, Zones.IsKnown(zone));

    [Theory]
    // Gaps: forward to the first valid time.
    [InlineData("America/New_York", "2026-03-08", "02:30", "2026-03-08T03:00:00-04:00")]
    [InlineData("Europe/London", "2026-03-29", "01:30", "2026-03-29T02:00:00+01:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-04T02:30:00+11:00")]
    // Overlaps: the earlier.
    [InlineData("America/New_York", "2026-11-01", "01:30", "2026-11-01T01:30:00-04:00")]
    [InlineData("Europe/London", "2026-10-25", "01:30", "2026-10-25T01:30:00+01:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-05T01:45:00+11:00")]
    // Plain days, a whole date that the calendar left out, and offsets with seconds of long ago.
    [InlineData("America/New_York", "2026-07-01", "10:00", "2026-07-01T10:00:00-04:00")]
    [InlineData("Pacific/Apia", "2011-12-30", "10:00", "2011-12-31T00:00:00+14:00")]
    [InlineData("Nowhere/Atall", "2026-07-01", "10:00", "2026-07-01T10:00:00+00:00")]
    public void A_local_time_has_one_instant(string zone, string date, string time, string expected)
    {
        var at = Zones.At(DateOnly.Parse(date), TimeOnly.Parse(time), zone);
        Assert.Equal(expected, Write(at));
    }

    [Theory]
    [InlineData("2026-11-01T05:30:00Z", "2026-11-01T01:30:00-04:00")]
    [InlineData("2026-11-01T06:30:00Z", "2026-11-01T01:30:00-05:00")]
    [InlineData("2026-03-08T07:00:00Z", "2026-03-08T03:00:00-04:00")]
    public void An_instant_has_one_local_time(string at, string expected) =>
        Assert.Equal(expected, Write(Zones.ToLocal(At(at), "America/New_York")));

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Kiritimati")]
    public void The_ends_of_time_do_not_overflow(string zone)
    {
        Zones.ToLocal(DateTimeOffset.MinValue, zone);
        Zones.ToLocal(DateTimeOffset.MaxValue, zone);
        Zones.At(DateOnly.MinValue, TimeOnly.MaxValue, zone);
        Zones.At(DateOnly.MaxValue, TimeOnly.MinValue, zone);
        Durations.Add(DateTimeOffset.MaxValue, "P10Y", zone);
        Durations.Add(DateTimeOffset.MinValue, "-P10Y", zone);
    }
}
