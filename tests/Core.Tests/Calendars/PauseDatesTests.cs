using AesthetixWorkflows.Core.Calendars;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class PauseDatesTests
{
    const string Holidays = """[{"from":"2026-12-24","to":"2027-01-01","yearly":true}]""";
    const string Chain = """[{"from":"2026-07-04","to":"2026-07-05"},{"from":"2026-07-01","to":"2026-07-03"},{"from":"2026-07-05","to":"2026-07-08"}]""";
    const string LeapDay = """[{"from":"2024-02-29","to":"2024-02-29","yearly":true}]""";
    const string LeapToMarch = """[{"from":"2024-02-29","to":"2024-03-02","yearly":true}]""";
    const string ToLeapDay = """[{"from":"2024-02-27","to":"2024-02-29","yearly":true}]""";

    [Theory]
    [InlineData("[]", "2026-12-25T10:00:00-05:00", "2026-12-25T10:00:00-05:00")]
    [InlineData(Chain, "2026-06-30T23:59:59-04:00", "2026-06-30T23:59:59-04:00")]
    [InlineData(Chain, "2026-07-01T00:00:00-04:00", "2026-07-09T00:00:00-04:00")]
    [InlineData(Chain, "2027-07-01T12:00:00-04:00", "2027-07-01T12:00:00-04:00")]
    [InlineData(Holidays, "2026-12-24T10:00:00-05:00", "2027-01-02T00:00:00-05:00")]
    [InlineData(Holidays, "2031-12-31T10:00:00-05:00", "2032-01-02T00:00:00-05:00")]
    [InlineData(Holidays, "2032-01-01T10:00:00-05:00", "2032-01-02T00:00:00-05:00")]
    [InlineData(Holidays, "2032-01-02T00:00:00-05:00", "2032-01-02T00:00:00-05:00")]
    [InlineData(LeapDay, "2028-02-29T10:00:00-05:00", "2028-03-01T00:00:00-05:00")]
    [InlineData(LeapDay, "2027-02-28T10:00:00-05:00", "2027-02-28T10:00:00-05:00")]
    [InlineData(LeapDay, "2027-03-01T10:00:00-05:00", "2027-03-01T10:00:00-05:00")]
    [InlineData(LeapToMarch, "2027-03-01T10:00:00-05:00", "2027-03-03T00:00:00-05:00")]
    [InlineData(ToLeapDay, "2027-02-28T10:00:00-05:00", "2027-03-01T00:00:00-05:00")]
    [InlineData(ToLeapDay, "2028-02-28T10:00:00-05:00", "2028-03-01T00:00:00-05:00")]
    public void A_pause_is_over(string ranges, string at, string expected)
    {
        Assert.True(PauseJson.TryRead(Json(ranges), out var pauses, out _));
        Assert.Equal(expected, Write(PauseDates.Resume(At(at), pauses, "America/New_York")));
    }

    [Fact]
    public void Given_midnight_is_skipped_When_a_pause_ends_Then_the_day_begins_at_its_first_moment() =>
        Assert.Equal("2026-04-24T01:00:00+03:00", Write(PauseDates.Resume(At("2026-04-23T12:00:00+02:00"),
            [new(new(2026, 4, 20), new(2026, 4, 23), Yearly: false)], "Africa/Cairo")));

    [Fact]
    public void Pauses_without_a_free_day_pause_nothing()
    {
        var at = At("2026-04-23T12:00:00Z");
        PauseRange[] all = [new(new(2026, 1, 1), new(2026, 6, 30), true), new(new(2026, 7, 1), new(2026, 12, 31), true)];
        Assert.Equal(at, PauseDates.Resume(at, all, "UTC"));
        Assert.Equal(at, PauseDates.Resume(at, [new(DateOnly.MinValue, DateOnly.MaxValue, false)], "UTC"));
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("[1]", "/0")]
    [InlineData("""[{"from":"2026-12-24","to":"2026-12-24"},{"to":"2026-12-24"}]""", "/1/from")]
    [InlineData("""[{"from":"2026-12-24","to":"24.12."}]""", "/0/to")]
    [InlineData("""[{"from":"2026-12-24","to":"2026-12-23"}]""", "/0/to")]
    [InlineData("""[{"from":"2026-12-24","to":"2026-12-24","yearly":"yes"}]""", "/0/yearly")]
    [InlineData("""[{"from":"2026-01-01","to":"2026-12-31","yearly":true}]""", "/0/to")]
    public void A_bad_pause_says_where(string json, string pointer)
    {
        Assert.False(PauseJson.TryRead(Json(json), out _, out var error));
        Assert.Equal(pointer, error.Pointer);
    }
}
