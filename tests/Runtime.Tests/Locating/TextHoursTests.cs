using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Locating;

namespace AesthetixWorkflows.Runtime.Tests.Locating;

/// <summary>A text may go while it is a good hour everywhere where its reader may be.</summary>
public sealed class TextHoursTests
{
    static readonly Practice NewYork = new() { Name = "Lumina", TimeZone = "America/New_York" };
    static readonly Contact Californian = new() { Phone = "+13105550100" };

    [Theory]
    [InlineData("2026-06-01T13:00:00Z", "2026-06-01T16:00:00Z")]
    [InlineData("2026-06-01T16:00:00Z", null)]
    [InlineData("2026-06-01T23:59:00Z", null)]
    // 20:00 in New York: in Los Angeles it would still do.
    [InlineData("2026-06-02T00:00:00Z", "2026-06-02T16:00:00Z")]
    // The clocks are changed on 1 November: nine in Los Angeles is an hour later.
    [InlineData("2026-11-01T02:00:00Z", "2026-11-01T17:00:00Z")]
    [InlineData("2026-03-08T03:00:00Z", "2026-03-08T16:00:00Z")]
    public void A_number_from_elsewhere_is_texted_when_it_is_day_there_and_here(string now, string? until) => Holds(now, until, NewYork, Californian);

    [Fact]
    public void One_clock_change_before_the_other_is_told_by_each_clock()
    {
        // London changes its clocks on 25 October, New York a week later: in between they are four hours apart.
        var londoner = new Contact { Phone = "+442071234567" };
        Holds("2026-10-24T20:00:00Z", "2026-10-25T13:00:00Z", NewYork, londoner);
        Holds("2026-10-31T21:00:00Z", "2026-11-01T14:00:00Z", NewYork, londoner);
    }

    [Fact]
    public void What_is_certain_is_the_only_clock()
    {
        Holds("2026-06-01T13:00:00Z", null, NewYork, Californian with { TimeZone = "America/New_York" });
        Holds("2026-06-02T00:00:00Z", null, NewYork, Californian with { PostalCode = "90210" });
    }

    [Fact]
    public void Hawaii_and_Guam_have_an_afternoon_in_common_across_the_date_line() =>
        Holds("2026-06-01T19:00:00Z", "2026-06-01T23:00:00Z", NewYork with { TimeZone = "Pacific/Honolulu" }, new Contact { Phone = "+16715550100" });

    [Theory]
    [InlineData("+6591234567")]
    [InlineData("+79161234567")]
    public void Clocks_that_have_no_hour_in_common_keep_no_text_for_ever(string phone)
    {
        var far = new Contact { Phone = phone };
        Assert.Equal(new Outcome.Skipped("textHours.apart"), Ask("2026-06-01T16:00:00Z", NewYork, far));
        Assert.Equal(DateTimeOffset.MaxValue, Timing.Quiet(NewYork, "care", far, DateTimeOffset.Parse("2026-06-01T16:00:00Z", null)));
        Holds("2026-06-01T16:00:00Z", "2026-06-02T01:00:00Z", NewYork, far with { TimeZone = "Asia/Singapore" });
    }

    [Fact]
    public void A_window_of_the_morning_that_is_over_before_it_is_day_elsewhere_keeps_no_text_either()
    {
        var morning = WorkflowSettings.Default with { Window = new(Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => ImmutableArray.Create(new OpenHours(new(9, 0), new(11, 30))))) };
        Assert.Equal(new Outcome.Skipped("textHours.apart"), Ask("2026-06-01T16:00:00Z", NewYork, Californian, settings: morning));
        Assert.Equal(new Outcome.Held("held.window", DateTimeOffset.Parse("2026-06-02T13:00:00Z", null)), Ask("2026-06-01T16:00:00Z", NewYork, Californian with { PostalCode = "10001" }, settings: morning));
    }

    [Fact]
    public void Clocks_that_will_meet_after_a_change_months_away_are_not_waited_for()
    {
        // From Denver to Dubai it is eleven hours in winter and ten in summer.
        var (denver, dubai) = (NewYork with { TimeZone = "America/Denver" }, new Contact { Phone = "+97142345678" });
        Assert.Equal(new Outcome.Skipped("textHours.apart"), Ask("2026-12-01T16:00:00Z", denver, dubai));
        Holds("2026-07-01T16:00:00Z", "2026-07-02T15:00:00Z", denver, dubai);
    }

    [Fact]
    public void What_would_be_stale_by_then_is_dropped() =>
        Assert.Equal(new Outcome.Skipped("message.expired"), Ask("2026-06-01T13:00:00Z", NewYork, Californian, """{"expiresAfter":"PT2H"}"""));

    [Fact]
    public void The_law_of_a_state_that_only_the_ZIP_code_tells_holds_too() =>
        Holds("2026-06-01T13:30:00Z", "2026-06-01T14:00:00Z", NewYork with { StateHours = [new("FL", new(10, 0), new(18, 0))] }, new Contact { PostalCode = "33101" });

    [Theory]
    [InlineData("+13105550100", null, null, "Texts to this number go out when it is 09:00–20:00 in Los Angeles and New York: where the number is from, and where the practice is.")]
    [InlineData("+12125550100", null, null, "Texts to this number go out when it is 09:00–20:00 in New York.")]
    [InlineData(null, "90210", null, "Texts to this number go out when it is 09:00–20:00 in Los Angeles, by the contact's address.")]
    [InlineData(null, null, "Europe/Rome", "Texts to this number go out when it is 09:00–20:00 in Rome.")]
    [InlineData("+18005550100", null, null, "Texts to this number go out when it is 09:00–20:00 in New York, where the practice is.")]
    public void It_is_said_by_whose_clock_a_text_waits(string? phone, string? zip, string? zone, string words) =>
        Assert.Equal(words, TextHoursWords.Of(NewYork, "care", new Contact { Phone = phone, PostalCode = zip, TimeZone = zone }, DateTimeOffset.Parse("2026-06-01T13:00:00Z", null)));

    [Fact]
    public void Hours_that_differ_by_weekday_or_state_are_not_listed_and_no_hours_are_said_as_such()
    {
        string Words(Practice practice) => TextHoursWords.Of(practice, "care", new Contact { PostalCode = "33101" }, DateTimeOffset.Parse("2026-06-01T13:00:00Z", null));
        Assert.Equal("Texts to this number go out when the hours for texts are open in New York, by the contact's address.", Words(NewYork with { StateHours = [new("FL", new(10, 0), new(18, 0))] }));
        Assert.Equal("Texts to this number go out at any hour.", Words(NewYork with { TextHours = new(new(0, 0), new(0, 0)) }));
    }

    static void Holds(string now, string? until, Practice practice, Contact contact) =>
        Assert.Equal(until is null ? null : new Outcome.Held("held.quietHours", DateTimeOffset.Parse(until, null)), Ask(now, practice, contact));

    static Outcome? Ask(string at, Practice practice, Contact contact, string config = "{}", WorkflowSettings? settings = null)
    {
        var (now, step) = (DateTimeOffset.Parse(at, null), JsonElement.Parse(config));
        var enrollment = new Enrollment { Id = "enr_1", Practice = "prac_1", WorkflowId = "wf_1", Version = 1, ScopeKey = "contact", Zone = practice.TimeZone, EnrolledAt = now, SendingSince = now };
        return Timing.Refuse(settings ?? WorkflowSettings.Default, practice, enrollment with { FreshUntil = Timing.FreshUntil(enrollment, step, now) }, "sms", "care", step, contact, now);
    }
}
