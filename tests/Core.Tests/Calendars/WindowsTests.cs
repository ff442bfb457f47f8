using AesthetixWorkflows.Core.Calendars;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class WindowsTests
{
    const string Weekdays9To17 = """{"days":["mon","tue","wed","thu","fri"],"from":"09:00","to":"17:00"}""";
    const string Lunch = """{"hours":{"mon":[["09:00","12:00"],["13:00","17:00"]]}}""";
    const string FridayNight = """{"days":["fri"],"from":"22:00","to":"02:00"}""";
    const string SundaySmallHours = """{"days":["sun"],"from":"02:00","to":"03:00"}""";
    const string SundayHalfHour = """{"days":["sun"],"from":"00:30","to":"01:30"}""";
    const string Always = """{"days":["mon","tue","wed","thu","fri","sat","sun"],"from":"00:00","to":"24:00"}""";

    static Window Read(string json) => WindowJson.TryRead(Json(json), out var window, out var error) ? window : throw new(error.Message);

    [Theory]
    [InlineData(Weekdays9To17, "2026-11-24T09:00:00-05:00", "2026-11-24T09:00:00-05:00")]
    [InlineData(Weekdays9To17, "2026-11-24T08:59:59-05:00", "2026-11-24T09:00:00-05:00")]
    [InlineData(Weekdays9To17, "2026-11-24T17:00:00-05:00", "2026-11-25T09:00:00-05:00")]
    [InlineData(Weekdays9To17, "2026-11-27T18:00:00-05:00", "2026-11-30T09:00:00-05:00")]
    [InlineData(Lunch, "2026-11-23T12:00:00-05:00", "2026-11-23T13:00:00-05:00")]
    [InlineData(Lunch, "2026-11-23T17:00:00-05:00", "2026-11-30T09:00:00-05:00")]
    [InlineData(FridayNight, "2026-11-28T01:59:00-05:00", "2026-11-28T01:59:00-05:00")]
    [InlineData(FridayNight, "2026-11-28T02:00:00-05:00", "2026-12-04T22:00:00-05:00")]
    [InlineData(Always, "2026-11-28T02:00:00-05:00", "2026-11-28T02:00:00-05:00")]
    // The weekend of a change: opens at nine on the new clock.
    [InlineData(Weekdays9To17, "2026-03-06T17:00:00-05:00", "2026-03-09T09:00:00-04:00")]
    // The clocks skip the window on 8 March: it opens the week after.
    [InlineData(SundaySmallHours, "2026-03-01T03:00:00-05:00", "2026-03-15T02:00:00-04:00")]
    // On 1 November the wall shows 01:00 twice: open, closed from half past, open again.
    [InlineData(SundayHalfHour, "2026-11-01T01:29:00-04:00", "2026-11-01T01:29:00-04:00")]
    [InlineData(SundayHalfHour, "2026-11-01T01:30:00-04:00", "2026-11-01T01:00:00-05:00")]
    [InlineData(SundayHalfHour, "2026-11-01T01:30:00-05:00", "2026-11-08T00:30:00-05:00")]
    public void A_window_opens_next(string window, string at, string expected) =>
        Assert.Equal(expected, Write(Windows.NextOpen(At(at), Read(window), "America/New_York")!.Value));

    [Fact]
    public void Given_half_an_hour_is_skipped_When_the_window_lies_across_it_Then_it_opens_after_the_gap() =>
        Assert.Equal("2026-10-04T02:30:00+11:00", Write(Windows.NextOpen(At("2026-10-03T20:00:00+10:30"),
            Read("""{"days":["sun"],"from":"02:10","to":"05:00"}"""), "Australia/Lord_Howe")!.Value));

    [Theory]
    [InlineData("""{"days":["mon"],"from":"09:00","to":"17:00"}""", """{"days":["mon"],"from":"17:00","to":"18:00"}""", false)]
    [InlineData("""{"days":["mon"],"from":"09:00","to":"17:00"}""", """{"days":["mon"],"from":"16:59","to":"18:00"}""", true)]
    [InlineData("""{"days":["mon"],"from":"09:00","to":"17:00"}""", """{"days":["tue"],"from":"09:00","to":"17:00"}""", false)]
    [InlineData("""{"days":["sun"],"from":"22:00","to":"03:00"}""", """{"days":["mon"],"from":"02:00","to":"04:00"}""", true)]
    public void Windows_meet_when_they_have_a_moment_in_common(string one, string other, bool expected)
    {
        Assert.Equal(expected, Windows.Meet([Read(one), Read(other)]));
        Assert.Equal(expected, Windows.Meet([Read(other), Read(one)]));
        Assert.True(Windows.Meet([Windows.Join([Read(one), Read(other)]), Read(other)]));
    }

    [Theory]
    [InlineData("""{"hours":{}}""")]
    [InlineData("""{"hours":{"mon":[]}}""")]
    public void A_window_without_hours_never_opens(string window)
    {
        Assert.Null(Windows.NextOpen(At("2026-11-24T09:00:00Z"), Read(window), "UTC"));
        Assert.False(Windows.IsOpen(At("2026-11-24T09:00:00Z"), Read(window), "UTC"));
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("{}", "/days")]
    [InlineData("""{"days":[],"from":"09:00","to":"17:00"}""", "/days")]
    [InlineData("""{"days":["mon","monday"],"from":"09:00","to":"17:00"}""", "/days/1")]
    [InlineData("""{"days":["mon"],"from":"9","to":"17:00"}""", "/from")]
    [InlineData("""{"days":["mon"],"from":"09:00"}""", "/to")]
    [InlineData("""{"hours":{"mon":[["09:00"]]}}""", "/hours/mon/0")]
    [InlineData("""{"hours":{"mon":[["09:00","12:00"],["13:00",17]]}}""", "/hours/mon/1")]
    [InlineData("""{"hours":{"a/b":[]}}""", "/hours/a~1b")]
    [InlineData("""{"hours":{"mon":null}}""", "/hours/mon")]
    [InlineData("""{"hours":[]}""", "/hours")]
    public void A_bad_window_says_where(string json, string pointer)
    {
        Assert.False(WindowJson.TryRead(Json(json), out _, out var error));
        Assert.Equal(pointer, error.Pointer);
        Assert.NotEmpty(error.Message);
    }
}
