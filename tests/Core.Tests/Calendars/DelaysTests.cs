using AesthetixWorkflows.Core.Calendars;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class DelaysTests
{
    static DelayPlan Read(string json) => DelayJson.TryRead(Json(json), out var plan, out var error) ? plan : throw new(error.Message);

    [Theory]
    // "1 day at 10:00" over both changes of the clocks.
    [InlineData("America/New_York", """{"for":"P1D","at":"10:00"}""", "2026-03-07T15:00:00-05:00", "2026-03-08T10:00:00-04:00")]
    [InlineData("America/New_York", """{"for":"P1D","at":"10:00"}""", "2026-10-31T15:00:00-04:00", "2026-11-01T10:00:00-05:00")]
    [InlineData("Europe/London", """{"for":"P1D","at":"10:00"}""", "2026-03-28T23:30:00+00:00", "2026-03-29T10:00:00+01:00")]
    [InlineData("Australia/Lord_Howe", """{"for":"P1D","at":"10:00"}""", "2026-10-03T15:00:00+10:30", "2026-10-04T10:00:00+11:00")]
    // Whole days: on that very day, even when earlier on the clock. Zero days and hours: the first such time from then on.
    [InlineData("America/New_York", """{"for":"P2D","at":"08:00"}""", "2026-06-01T15:00:00-04:00", "2026-06-03T08:00:00-04:00")]
    [InlineData("America/New_York", """{"for":"P0D","at":"08:00"}""", "2026-06-01T15:00:00-04:00", "2026-06-02T08:00:00-04:00")]
    [InlineData("America/New_York", """{"for":"P0D","at":"16:00"}""", "2026-06-01T15:00:00-04:00", "2026-06-01T16:00:00-04:00")]
    [InlineData("America/New_York", """{"for":"PT2H","at":"10:00"}""", "2026-06-01T09:00:00-04:00", "2026-06-02T10:00:00-04:00")]
    [InlineData("America/New_York", """{"for":"PT1H","at":"10:00"}""", "2026-06-01T09:00:00-04:00", "2026-06-01T10:00:00-04:00")]
    // At a skipped time.
    [InlineData("America/New_York", """{"for":"P1D","at":"02:30"}""", "2026-03-07T15:00:00-05:00", "2026-03-08T03:00:00-04:00")]
    // Then into the window.
    [InlineData("America/New_York", """{"for":"PT2H","window":{"days":["mon","tue"],"from":"09:00","to":"17:00"}}""",
        "2026-06-02T16:00:00-04:00", "2026-06-08T09:00:00-04:00")]
    [InlineData("America/New_York", """{"for":"PT2H","at":null,"window":null}""", "2026-06-02T16:00:00-04:00", "2026-06-02T18:00:00-04:00")]
    [InlineData("America/New_York", """{"for":"PT2H","window":{"hours":{}}}""", "2026-06-02T16:00:00-04:00", "2026-06-02T18:00:00-04:00")]
    public void A_wait_is_over(string zone, string plan, string from, string expected) =>
        Assert.Equal(expected, Write(Delays.Resume(At(from), Read(plan), zone)));

    [Theory]
    [InlineData("null", "/for")]
    [InlineData("{}", "/for")]
    [InlineData("""{"for":"-P1D"}""", "/for")]
    [InlineData("""{"for":"1 day"}""", "/for")]
    [InlineData("""{"for":86400}""", "/for")]
    [InlineData("""{"for":"P1D","at":"10am"}""", "/at")]
    [InlineData("""{"for":"P1D","at":10}""", "/at")]
    [InlineData("""{"for":"P1D","window":{"days":["x"],"from":"09:00","to":"10:00"}}""", "/window/days/0")]
    [InlineData("""{"for":"P1D","window":[]}""", "/window")]
    public void A_bad_wait_says_where(string json, string pointer)
    {
        Assert.False(DelayJson.TryRead(Json(json), out _, out var error));
        Assert.Equal(pointer, error.Pointer);
    }
}
