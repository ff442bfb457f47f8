using AesthetixWorkflows.Core.Calendars;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("P1D", "P1D")]
    [InlineData("+P1D", "P1D")]
    [InlineData("-P1D", "-P1D")]
    [InlineData("PT2H30M", "PT2H30M")]
    [InlineData("P2W", "P14D")]
    [InlineData("P1Y2M3DT4H5M6S", "P1Y2M3DT4H5M6S")]
    [InlineData("PT90M", "PT1H30M")]
    [InlineData("PT0.5S", "PT0.5S")]
    [InlineData("P10Y", "P10Y")]
    [InlineData("P120M", "P10Y")]
    [InlineData("P0D", "PT0S")]
    [InlineData("PT48H", "PT48H")]
    public void A_duration_is_read_and_written(string text, string written)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(written, duration.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1D")]
    [InlineData("p1d")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("P1D2M")]
    [InlineData("P1D1D")]
    [InlineData("P1.5D")]
    [InlineData("PT.5S")]
    [InlineData("P-1D")]
    [InlineData(" P1D")]
    [InlineData("P1D ")]
    [InlineData("P121M")]
    [InlineData("P11Y")]
    [InlineData("P3654D")]
    [InlineData("PT99999999H")]
    [InlineData("P99999999999999999999999D")]
    [InlineData("one day")]
    public void What_is_not_a_duration_of_ten_years_at_most_is_refused(string? text) => Assert.False(Durations.IsValid(text));

    [Theory]
    // Month ends clamp.
    [InlineData("2026-01-31T10:00:00-05:00", "P1M", "2026-02-28T10:00:00-05:00")]
    [InlineData("2028-01-31T10:00:00-05:00", "P1M", "2028-02-29T10:00:00-05:00")]
    [InlineData("2028-02-29T10:00:00-05:00", "P1Y", "2029-02-28T10:00:00-05:00")]
    [InlineData("2028-02-29T10:00:00-05:00", "P1Y1M", "2029-03-29T10:00:00-04:00")]
    [InlineData("2026-03-31T10:00:00-04:00", "-P1M", "2026-02-28T10:00:00-05:00")]
    // Days keep the local time over a clock change; hours are elapsed time.
    [InlineData("2026-03-07T10:00:00-05:00", "P1D", "2026-03-08T10:00:00-04:00")]
    [InlineData("2026-03-07T10:00:00-05:00", "PT24H", "2026-03-08T11:00:00-04:00")]
    [InlineData("2026-10-31T10:00:00-04:00", "P1D", "2026-11-01T10:00:00-05:00")]
    [InlineData("2026-10-31T10:00:00-04:00", "PT24H", "2026-11-01T09:00:00-05:00")]
    [InlineData("2026-11-02T10:00:00-05:00", "-P2D", "2026-10-31T10:00:00-04:00")]
    // Into the gap, into the overlap, and by time only from the second of two equal hours.
    [InlineData("2026-03-07T02:30:00-05:00", "P1D", "2026-03-08T03:00:00-04:00")]
    [InlineData("2026-10-31T01:30:00-04:00", "P1D", "2026-11-01T01:30:00-04:00")]
    [InlineData("2026-11-01T01:30:00-05:00", "PT0S", "2026-11-01T01:30:00-05:00")]
    [InlineData("2026-03-07T01:00:00-05:00", "P1DT2H", "2026-03-08T04:00:00-04:00")]
    public void Days_move_on_the_calendar_and_hours_on_the_clock(string from, string iso, string expected) =>
        Assert.Equal(expected, Write(Durations.Add(At(from), iso, "America/New_York")));

    [Fact]
    public void Adding_what_is_no_duration_is_a_bug() =>
        Assert.Throws<FormatException>(() => Durations.Add(At("2026-01-01T00:00:00Z"), "soon", "UTC"));
}
