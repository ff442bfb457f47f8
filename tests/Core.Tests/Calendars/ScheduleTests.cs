using AesthetixWorkflows.Core.Calendars;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class ScheduleTests
{
    const string NewYork = "America/New_York";

    static Schedule Read(string json) => ScheduleJson.TryRead(Json(json), out var schedule, out var error) ? schedule : throw new(error.ToString());

    [Theory]
    // Every day; strictly after; in the practice's own time.
    [InlineData(NewYork, """{"every":"day","at":"09:00"}""", "2026-06-01T08:59:59-04:00", "2026-06-01T09:00:00-04:00")]
    [InlineData(NewYork, """{"every":"day","at":"09:00"}""", "2026-06-01T09:00:00-04:00", "2026-06-02T09:00:00-04:00")]
    [InlineData(NewYork, """{"every":"day","at":"23:30"}""", "2026-06-02T02:00:00+00:00", "2026-06-01T23:30:00-04:00")]
    [InlineData("Asia/Kathmandu", """{"every":"day","at":"00:00"}""", "2026-06-01T18:15:00+00:00", "2026-06-03T00:00:00+05:45")]
    // Both changes of the clocks: 09:00 stays 09:00.
    [InlineData(NewYork, """{"every":"day","at":"09:00"}""", "2026-03-07T09:00:00-05:00", "2026-03-08T09:00:00-04:00")]
    [InlineData(NewYork, """{"every":"day","at":"09:00"}""", "2026-10-31T09:00:00-04:00", "2026-11-01T09:00:00-05:00")]
    // A skipped time comes when the gap is over; a repeated one at its first time and not again.
    [InlineData(NewYork, """{"every":"day","at":"02:30"}""", "2026-03-07T02:30:00-05:00", "2026-03-08T03:00:00-04:00")]
    [InlineData(NewYork, """{"every":"day","at":"02:30"}""", "2026-03-08T03:00:00-04:00", "2026-03-09T02:30:00-04:00")]
    [InlineData(NewYork, """{"every":"day","at":"01:30"}""", "2026-10-31T12:00:00-04:00", "2026-11-01T01:30:00-04:00")]
    [InlineData(NewYork, """{"every":"day","at":"01:30"}""", "2026-11-01T01:30:00-04:00", "2026-11-02T01:30:00-05:00")]
    [InlineData(NewYork, """{"every":"day","at":"01:30"}""", "2026-11-01T01:10:00-05:00", "2026-11-02T01:30:00-05:00")]
    [InlineData(NewYork, """{"every":"cron","cron":"0 * * * *"}""", "2026-03-08T01:00:00-05:00", "2026-03-08T03:00:00-04:00")]
    [InlineData(NewYork, """{"every":"cron","cron":"0 * * * *"}""", "2026-03-08T03:00:00-04:00", "2026-03-08T04:00:00-04:00")]
    [InlineData(NewYork, """{"every":"cron","cron":"0 * * * *"}""", "2026-11-01T01:00:00-04:00", "2026-11-01T02:00:00-05:00")]
    // A gap over midnight: the clocks of Nuuk go from 23:00 to the next day.
    [InlineData("America/Nuuk", """{"every":"day","at":"23:30"}""", "2024-03-30T12:00:00-02:00", "2024-03-31T00:00:00-01:00")]
    [InlineData("America/Nuuk", """{"every":"day","at":"23:30"}""", "2024-03-31T00:00:00-01:00", "2024-03-31T23:30:00-01:00")]
    // Weekdays.
    [InlineData(NewYork, """{"every":"week","days":["mon","thu"],"at":"09:00"}""", "2026-06-01T09:00:00-04:00", "2026-06-04T09:00:00-04:00")]
    [InlineData(NewYork, """{"every":"week","days":["thu","mon"],"at":"09:00"}""", "2026-06-04T09:00:00-04:00", "2026-06-08T09:00:00-04:00")]
    // Months: a day that a month does not have is its last.
    [InlineData(NewYork, """{"every":"month","dayOfMonth":31,"at":"09:00"}""", "2026-01-31T09:00:00-05:00", "2026-02-28T09:00:00-05:00")]
    [InlineData(NewYork, """{"every":"month","dayOfMonth":31,"at":"09:00"}""", "2028-02-01T00:00:00-05:00", "2028-02-29T09:00:00-05:00")]
    [InlineData(NewYork, """{"every":"month","dayOfMonth":30,"at":"09:00"}""", "2026-03-30T09:00:00-04:00", "2026-04-30T09:00:00-04:00")]
    [InlineData(NewYork, """{"every":"month","dayOfMonth":"1","at":"09:00"}""", "2026-12-01T09:00:00-05:00", "2027-01-01T09:00:00-05:00")]
    // Weekends are left out, not moved.
    [InlineData(NewYork, """{"every":"day","at":"09:00","skipWeekends":true}""", "2026-06-05T09:00:00-04:00", "2026-06-08T09:00:00-04:00")]
    [InlineData(NewYork, """{"every":"month","dayOfMonth":6,"at":"09:00","skipWeekends":true}""", "2026-06-01T09:00:00-04:00", "2026-07-06T09:00:00-04:00")]
    // Once, and until: both dates are still part of it.
    [InlineData(NewYork, """{"every":"once","date":"2026-06-10","at":"09:00"}""", "2026-06-01T09:00:00-04:00", "2026-06-10T09:00:00-04:00")]
    [InlineData(NewYork, """{"every":"once","date":"2026-06-10","at":"09:00"}""", "2026-06-10T09:00:00-04:00", null)]
    [InlineData(NewYork, """{"every":"day","at":"09:00","until":"2026-06-02"}""", "2026-06-01T09:00:00-04:00", "2026-06-02T09:00:00-04:00")]
    [InlineData(NewYork, """{"every":"day","at":"09:00","until":"2026-06-02"}""", "2026-06-02T09:00:00-04:00", null)]
    // What belongs to another choice, or was left empty in the form, does not matter.
    [InlineData(NewYork, """{"every":"day","at":"09:00","days":[],"dayOfMonth":null,"date":"","cron":"x"}""", "2026-06-01T09:00:00-04:00", "2026-06-02T09:00:00-04:00")]
    public void It_comes_next(string zone, string schedule, string after, string? expected) =>
        Assert.Equal(expected, Read(schedule).Next(At(after), zone) is { } next ? Write(next) : null);

    [Theory]
    [InlineData("null", "/every")]
    [InlineData("[]", "/every")]
    [InlineData("{}", "/every")]
    [InlineData("""{"every":"hour","at":"09:00"}""", "/every")]
    [InlineData("""{"every":"day"}""", "/at")]
    [InlineData("""{"every":"day","at":"9am"}""", "/at")]
    [InlineData("""{"every":"day","at":900}""", "/at")]
    [InlineData("""{"every":"week","at":"09:00"}""", "/days")]
    [InlineData("""{"every":"week","at":"09:00","days":[]}""", "/days")]
    [InlineData("""{"every":"week","at":"09:00","days":"mon"}""", "/days")]
    [InlineData("""{"every":"week","at":"09:00","days":["mon","someday"]}""", "/days/1")]
    [InlineData("""{"every":"month","at":"09:00"}""", "/dayOfMonth")]
    [InlineData("""{"every":"month","at":"09:00","dayOfMonth":32}""", "/dayOfMonth")]
    [InlineData("""{"every":"month","at":"09:00","dayOfMonth":1.5}""", "/dayOfMonth")]
    [InlineData("""{"every":"once","at":"09:00"}""", "/date")]
    [InlineData("""{"every":"once","at":"09:00","date":"2026-02-30"}""", "/date")]
    [InlineData("""{"every":"cron"}""", "/cron")]
    [InlineData("""{"every":"cron","cron":"* * * * *"}""", "/cron")]
    [InlineData("""{"every":"day","at":"09:00","until":"soon"}""", "/until")]
    [InlineData("""{"every":"day","at":"09:00","skipWeekends":"yes"}""", "/skipWeekends")]
    [InlineData("""{"every":"cron","cron":"0 9 30 2 *"}""", "")]
    [InlineData("""{"every":"week","at":"09:00","days":["sat"],"skipWeekends":true}""", "")]
    [InlineData("""{"every":"once","at":"09:00","date":"2026-06-10","until":"2026-06-09"}""", "")]
    [InlineData("""{"every":"once","at":"09:00","date":"9999-12-31"}""", "")]
    public void A_bad_schedule_says_where(string json, string pointer)
    {
        Assert.False(ScheduleJson.TryRead(Json(json), out _, out var error));
        Assert.Equal(pointer, error.Pointer);
    }
}
