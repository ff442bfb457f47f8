using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;

namespace AesthetixWorkflows.Runtime.Tests.Activities;

public sealed class TimingTests
{
    static readonly DateTimeOffset Night = new(2026, 6, 1, 22, 30, 0, TimeSpan.Zero);
    static readonly Practice Practice = new() { Name = "Glow", TimeZone = "UTC" };
    static readonly Enrollment Enrollment = new()
    {
        Id = "enr_1", Practice = "prac_1", WorkflowId = "wf_1", Version = 1, ScopeKey = "contact", Zone = "UTC", EnrolledAt = Night, SendingSince = Night,
    };

    [Fact]
    public void A_text_at_night_is_held_until_morning() =>
        Assert.Equal(new Outcome.Held("held.quietHours", new(2026, 6, 2, 9, 0, 0, TimeSpan.Zero)), Ask("{}", Night));

    [Theory]
    [InlineData("PT2H", true)]
    [InlineData("PT12H", false)]
    public void A_text_that_would_be_held_beyond_its_expiry_is_dropped(string expiresAfter, bool dropped) =>
        Assert.Equal(dropped, Ask($$"""{"expiresAfter":"{{expiresAfter}}"}""", Night) is Outcome.Skipped("message.expired"));

    [Fact]
    public void A_text_whose_time_passed_while_the_host_was_away_is_dropped() =>
        Assert.Equal(new Outcome.Skipped("message.expired"), Ask("""{"expiresAfter":"PT2H"}""", Night.AddHours(14)));

    static Outcome? Ask(string config, DateTimeOffset now)
    {
        var due = Enrollment with { FreshUntil = Timing.FreshUntil(Enrollment, JsonElement.Parse(config), now) };
        return Timing.Refuse(WorkflowSettings.Default, Practice, due, "sms", "care", JsonElement.Parse(config), "UTC", now);
    }
}
