using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Tests.Calendars;

public sealed class StretchesTests
{
    static OpenHours Hours(string text) => new(TimeOnly.Parse(text.Split('-')[0], null), TimeOnly.Parse(text.Split('-')[1], null));

    [Theory]
    [InlineData("09:00-12:00", "11:00-13:00", true)]
    [InlineData("09:00-12:00", "12:00-13:00", false)]
    [InlineData("21:00-08:00", "09:00-20:00", false)]
    [InlineData("21:00-10:00", "09:00-20:00", true)]
    [InlineData("22:00-02:00", "01:00-03:00", true)]
    [InlineData("00:00-00:00", "03:00-04:00", true)]
    public void Two_stretches_meet_when_they_share_a_moment(string a, string b, bool meet)
    {
        Assert.Equal(meet, Stretches.Meet(Hours(a), Hours(b)));
        Assert.Equal(meet, Stretches.Meet(Hours(b), Hours(a)));
    }

    /// <summary>Why pause dates need no finding of their own: as many and as long as they may be, every weekday keeps some weeks of a year.</summary>
    [Fact]
    public void The_most_pauses_there_may_be_leave_each_weekday_days_of_its_own()
    {
        var pauses = Enumerable.Range(0, 15).Select(i => new PauseRange(new DateOnly(2026, 1, 1).AddDays(i * 24), new DateOnly(2026, 1, 15).AddDays(i * 24), Yearly: true)).ToList();
        foreach (var day in Enum.GetValues<DayOfWeek>())
            Assert.Contains(Enumerable.Range(0, 365).Select(i => new DateOnly(2026, 1, 1).AddDays(i)), date => date.DayOfWeek == day && !pauses.Exists(pause => date >= pause.From && date <= pause.To));
    }
}
