using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class DayRuleTests
{
    const string Zone = "America/New_York";

    static DayRule? Read(string json, DaySide? side = null) => DayRuleJson.TryRead(JsonDocument.Parse(json).RootElement, side, out var rule, out _) ? rule : null;

    [Theory]
    [InlineData("before", 7, "2026-06-10")]
    [InlineData("on", 7, "2026-06-03")]
    [InlineData("after", 7, "2026-05-27")]
    public void A_day_is_about_a_date_before_on_or_after_it(string when, int days, string about) =>
        Assert.Equal(DateOnly.Parse(about, null), Read($$"""{"when":"{{when}}","days":{{days}}}""")!.About(new(2026, 6, 3)));

    [Theory]
    [InlineData("{}", "/when")]
    [InlineData("""{"when":"sometimes"}""", "/when")]
    [InlineData("""{"when":"after","days":366}""", "/days")]
    [InlineData("""{"when":"after","days":1.5}""", "/days")]
    [InlineData("""{"when":"after","days":-1}""", "/days")]
    [InlineData("""{"when":"on","at":"8 o'clock"}""", "/at")]
    [InlineData("[]", "/when")]
    public void What_cannot_be_read_says_where(string json, string pointer)
    {
        Assert.False(DayRuleJson.TryRead(JsonDocument.Parse(json).RootElement, null, out _, out var wrong));
        Assert.Equal(pointer, wrong.Pointer);
    }

    [Fact]
    public void Left_out_it_is_eight_in_the_morning() => Assert.Equal(new TimeOnly(8, 0), Read("""{"days":3}""", DaySide.After)!.At);

    [Theory]
    [InlineData("2026-06-03T07:59:59-04:00", "2026-06-02", "2026-06-03T08:00:00-04:00")]
    [InlineData("2026-06-03T08:00:00-04:00", "2026-06-03", "2026-06-04T08:00:00-04:00")]
    public void The_latest_time_is_todays_or_yesterdays(string now, string day, string next)
    {
        var rule = Read("""{"when":"on"}""")!;
        Assert.Equal(DateOnly.Parse(day, null), rule.Latest(DateTimeOffset.Parse(now, null), Zone).Day);
        Assert.Equal(DateTimeOffset.Parse(next, null), rule.Next(DateTimeOffset.Parse(now, null), Zone));
    }

    [Theory]
    [InlineData("2000-02-29", "2027-02-28", true)]
    [InlineData("2000-02-29", "2028-02-28", false)]
    [InlineData("2000-02-29", "2028-02-29", true)]
    [InlineData("2001-02-28", "2028-02-29", false)]
    [InlineData("2001-12-31", "2026-12-31", true)]
    public void An_anniversary_of_29_February_is_on_the_28th_in_other_years(string first, string date, bool falls) =>
        Assert.Equal(falls, Anniversary.IsOn(DateOnly.Parse(first, null), DateOnly.Parse(date, null)));
}
