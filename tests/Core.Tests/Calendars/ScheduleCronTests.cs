using AesthetixWorkflows.Core.Calendars;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class ScheduleCronTests
{
    [Theory]
    [InlineData("0 9 * * *", "2026-06-01T09:00:00+00:00", "2026-06-02T09:00:00+00:00")]
    [InlineData("  30   8-10  * * * ", "2026-06-01T09:00:00+00:00", "2026-06-01T09:30:00+00:00")]
    [InlineData("0 */6 * * *", "2026-06-01T12:00:00+00:00", "2026-06-01T18:00:00+00:00")]
    [InlineData("15 9-17/4 * * *", "2026-06-01T09:15:00+00:00", "2026-06-01T13:15:00+00:00")]
    [InlineData("0 20,8 * * *", "2026-06-01T08:00:00+00:00", "2026-06-01T20:00:00+00:00")]
    [InlineData("0 9 * * MON-fri", "2026-06-05T09:00:00+00:00", "2026-06-08T09:00:00+00:00")]
    [InlineData("0 9 * * fri-sun", "2026-06-06T09:00:00+00:00", "2026-06-07T09:00:00+00:00")]
    [InlineData("0 9 * * 7", "2026-06-01T09:00:00+00:00", "2026-06-07T09:00:00+00:00")]
    [InlineData("0 9 * * 0", "2026-06-01T09:00:00+00:00", "2026-06-07T09:00:00+00:00")]
    [InlineData("0 9 1 jan,jul *", "2026-06-01T09:00:00+00:00", "2026-07-01T09:00:00+00:00")]
    // Both days restricted: either will do. One of them with a star: both must hold.
    [InlineData("0 9 10 * mon", "2026-06-08T09:00:00+00:00", "2026-06-10T09:00:00+00:00")]
    [InlineData("0 9 */2 * mon", "2026-06-02T09:00:00+00:00", "2026-06-15T09:00:00+00:00")]
    // Days that are rare.
    [InlineData("0 0 29 2 *", "2096-03-01T00:00:00+00:00", "2104-02-29T00:00:00+00:00")]
    [InlineData("0 0 31 * *", "2026-08-31T00:00:00+00:00", "2026-10-31T00:00:00+00:00")]
    public void It_comes_next(string text, string after, string expected)
    {
        Assert.True(Cron.TryParse(text, out var cron, out var why), why);
        Assert.Equal(expected, Write(new Schedule(new ScheduleDays.ByCron(cron), cron.Times).Next(At(after), "UTC")!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 9 * *")]
    [InlineData("0 0 9 * * *")]
    [InlineData("@daily")]
    [InlineData("60 9 * * *")]
    [InlineData("-1 9 * * *")]
    [InlineData("0 24 * * *")]
    [InlineData("0 9-5 * * *")]
    [InlineData("0 1-2-3 * * *")]
    [InlineData("0 */0 * * *")]
    [InlineData("0 */x * * *")]
    [InlineData("0 1/2/3 * * *")]
    [InlineData("0 9, * * *")]
    [InlineData("0 9 0 * *")]
    [InlineData("0 9 32 * *")]
    [InlineData("0 9 * 13 *")]
    [InlineData("0 9 * mon *")]
    [InlineData("0 9 * * 8")]
    [InlineData("0 9 L * *")]
    [InlineData("0 9 * * 99999999999")]
    public void What_is_no_cron_expression_is_refused(string text)
    {
        Assert.False(Cron.TryParse(text, out _, out var why));
        Assert.NotEmpty(why);
    }

    [Theory]
    [InlineData("* 9 * * *")]
    [InlineData("*/30 9 * * *")]
    [InlineData("0,30 9 * * *")]
    [InlineData("0-1 9 * * *")]
    public void More_than_once_an_hour_is_refused(string text)
    {
        Assert.False(Cron.TryParse(text, out _, out var why));
        Assert.Contains("once an hour", why, StringComparison.Ordinal);
    }
}
