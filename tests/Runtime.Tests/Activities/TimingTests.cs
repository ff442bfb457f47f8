using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
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

    [Theory]
    [InlineData("sms", "care", "held.holiday")]
    [InlineData("sms", "marketing", "held.holiday")]
    [InlineData("email", "marketing", "held.holiday")]
    [InlineData("email", "care", null)]
    public void A_holiday_holds_texts_and_advertising(string channel, string purpose, string? code)
    {
        var closed = Practice with { Holidays = [new(new(2026, 6, 1), Name: "Founders", Yearly: true)] };
        Assert.Equal(code, (Ask("{}", Noon.AddYears(1), closed, channel, purpose) as Outcome.Held)?.Code);
    }

    [Theory]
    [InlineData("FL", "sms", "care", "2026-06-01T18:30:00Z", "2026-06-02T10:00:00Z")]
    [InlineData(" florida", "sms", "marketing", "2026-06-01T18:30:00Z", "2026-06-02T10:00:00Z")]
    [InlineData("FL", "sms", "care", "2026-06-01T17:59:00Z", null)]
    [InlineData("FL", "sms", "care", "2026-06-06T12:00:00Z", "2026-06-08T10:00:00Z")]
    [InlineData("FL", "email", "marketing", "2026-06-06T12:00:00Z", null)]
    [InlineData("TX", "sms", "care", "2026-06-07T12:00:00Z", null)]
    [InlineData("TX", "sms", "marketing", "2026-06-07T12:00:00Z", "2026-06-08T11:00:00Z")]
    [InlineData("NY", "sms", "care", "2026-06-01T18:30:00Z", null)]
    [InlineData(null, "sms", "care", "2026-06-01T18:30:00Z", null)]
    [InlineData("Freedonia", "sms", "care", "2026-06-01T18:30:00Z", null)]
    public void A_state_may_have_narrower_hours_and_days_of_its_own(string? state, string channel, string purpose, string now, string? until)
    {
        var strict = Practice with
        {
            StateHours = [new("FL", new(10, 0), new(18, 0), ["mon", "tue", "wed", "thu", "fri"]), new("TX", new(11, 0), new(23, 0), ["mon", "tue", "wed", "thu", "fri", "sat"], MarketingOnly: true)],
        };
        Assert.Equal(until is null ? null : new Outcome.Held("held.quietHours", DateTimeOffset.Parse(until, null)), Ask("{}", DateTimeOffset.Parse(now, null), strict, channel, purpose, state));
    }

    static readonly ImmutableArray<string> Weekdays = ["mon", "tue", "wed", "thu", "fri"];

    [Theory]
    [InlineData("2026-06-01T12:00:00Z", null)]
    [InlineData("2026-06-06T08:30:00Z", "2026-06-06T10:00:00Z")]
    [InlineData("2026-06-06T12:00:00Z", null)]
    [InlineData("2026-06-06T17:30:00Z", "2026-06-08T09:00:00Z")]
    public void Several_rows_of_one_state_add_up(string now, string? until) => Assert.Equal(until is null ? null : new Outcome.Held("held.quietHours", DateTimeOffset.Parse(until, null)),
        Ask("{}", DateTimeOffset.Parse(now, null), Practice with { StateHours = [new("FL", new(8, 0), new(20, 0), Weekdays), new("FL", new(10, 0), new(17, 0), ["sat"])] }, state: "FL"));

    [Fact]
    public void A_text_that_can_never_go_fails_and_waits_for_nothing()
    {
        var apart = Practice with { TextHours = new(new(9, 0), new(12, 0)), StateHours = [new("FL", new(13, 0), new(20, 0))] };
        Assert.Equal(new Outcome.Failed("textHours.neverOpen", false), Ask("{}", Noon, apart, state: "FL"));
        Assert.Equal(new Outcome.Failed("textHours.neverOpen", false), Ask("{}", Noon, Practice with { StateHours = [new("FL", new(9, 0), new(20, 0), [])] }, state: "FL"));
        Assert.IsType<Outcome.Held>(Ask("{}", Noon, apart, state: "NY"));
        // The workflow's hours are told by the enrollment's clock; they have none in common with those of the phone.
        var early = WorkflowSettings.Default with { Window = new(Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => ImmutableArray.Create(new OpenHours(new(5, 0), new(7, 0))))) };
        Assert.Equal(new Outcome.Failed("window.neverOpens", false), Timing.Refuse(early, Practice, Enrollment with { SendingSince = Noon }, "sms", "care", JsonElement.Parse("{}"), null, Noon));
    }

    [Fact]
    public void A_state_never_widens_the_hours_of_the_practice() => Assert.Equal(new Outcome.Held("held.quietHours", new(2026, 6, 2, 9, 0, 0, TimeSpan.Zero)),
        Ask("{}", Night, Practice with { StateHours = [new("FL", new(0, 0), new(0, 0))] }, state: "FL"));

    [Fact]
    public void After_a_holiday_a_text_still_waits_for_the_morning() =>
        Assert.Equal(new Outcome.Held("held.holiday", new(2026, 6, 3, 9, 0, 0, TimeSpan.Zero)), Ask("{}", Night, Practice with { Holidays = [new(new(2026, 6, 2))] }));

    [Fact]
    public void Care_that_would_be_stale_after_the_holiday_goes_on_it_and_advertising_is_dropped()
    {
        var closed = Practice with { Holidays = [new(new(2026, 6, 1))] };
        Assert.Null(Ask("""{"expiresAfter":"PT2H"}""", Noon, closed));
        Assert.Equal(new Outcome.Skipped("message.expired"), Ask("""{"expiresAfter":"PT2H"}""", Noon, closed, purpose: "marketing"));
    }

    [Fact]
    public void How_long_it_keeps_counts_from_the_first_time_it_was_due_and_not_from_the_last_try()
    {
        var tried = Enrollment with { SendingSince = Noon.AddHours(3), Pending = new Pending.Action("enr_1/s1/1", 3, Noon.AddHours(3), Noon) };
        Assert.Equal(Noon.AddHours(2), Timing.FreshUntil(tried, JsonElement.Parse("""{"expiresAfter":"PT2H"}"""), Noon.AddHours(3)));
    }

    [Theory]
    [InlineData("""{"whenQuiet":"drop"}""", "dropped.quietHours")]
    [InlineData("""{"whenQuiet":"hold"}""", null)]
    public void A_step_may_rather_drop_its_message_than_hold_it(string config, string? dropped) =>
        Assert.Equal(dropped, (Ask(config, Night) as Outcome.Skipped)?.Code);

    static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    static Outcome? Ask(string config, DateTimeOffset now, Practice? practice = null, string channel = "sms", string purpose = "care", string? state = null)
    {
        var due = Enrollment with { FreshUntil = Timing.FreshUntil(practice is null ? Enrollment : Enrollment with { SendingSince = now }, JsonElement.Parse(config), now) };
        return Timing.Refuse(WorkflowSettings.Default, practice ?? Practice, due, channel, purpose, JsonElement.Parse(config), new Contact { State = state }, now);
    }
}
