using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Every wait, what ends it and what happens when nothing does.</summary>
public sealed class WaitTests
{
    static readonly (string, string)[] ends = [("yes", Tag()), ("late", Tag())];

    static Definition Wait(string wait) => Of([("w", wait), .. ends]);

    [Fact]
    public void Given_a_delay_When_its_time_comes_Then_it_goes_on() =>
        Given(Wait(Delay("PT2H", "yes"))).Enrolled().ThenWaits("w", "2026-06-01T15:00:00Z").Rings().ThenAsksFor("yes")
            .ThenSaid("enrolled", "w waiting delay", "w resumed");

    [Fact]
    public void Given_a_delay_of_nothing_Then_it_is_passed_through() =>
        Given(Wait(Delay("PT0S", "yes"))).Enrolled().ThenAsksFor("yes");

    [Theory] // C8: 10:00 on the wall, before and after the clocks change.
    [InlineData("2026-03-07T20:00:00Z", "2026-03-08T14:00:00Z")]
    [InlineData("2026-10-31T19:00:00Z", "2026-11-01T15:00:00Z")]
    public void Given_one_day_at_10_over_a_clock_change_Then_it_resumes_at_10_local(string enrolled, string until) =>
        Given(Wait(Delay("P1D", "yes", at: "10:00"))).Enrolled(enrolled).ThenWaits("w", until);

    [Fact]
    public void Given_a_timer_that_rings_early_Then_it_goes_on_waiting() =>
        Given(Wait(Delay("PT2H", "yes"))).Enrolled().After("PT1H").When(new Input.TimerFired("enr_1/w/1")).ThenWaits("w");

    public static TheoryData<string, SignalKind, string, string?> Met => new()
    {
        { Reply("yes", "P1D", "late"), SignalKind.Replied, "email", null },
        { Reply("yes", "P1D", "late", channel: "sms"), SignalKind.Replied, "sms", null },
        { Link("yes", "P1D", "late"), SignalKind.Clicked, "lnk_1", null },
        { Link("yes", "P1D", "late", link: "lnk_1"), SignalKind.Clicked, "lnk_1", null },
        { Email("yes", "opened", timeout: "P1D", late: "late"), SignalKind.EmailEvent, "opened", "x" },
        { Email("yes", "opened", of: "x", timeout: "P1D", late: "late"), SignalKind.EmailEvent, "opened", "x" },
        { Goal("wait", "yes", "P1D", "late"), SignalKind.GoalMet, "w", "w" },
    };

    [Theory, MemberData(nameof(Met))]
    public void Given_a_wait_for_a_signal_When_it_comes_Then_it_goes_on_and_the_timer_is_cancelled(string wait, SignalKind kind, string detail, string? step)
    {
        var play = Given(Wait(wait)).Enrolled().ThenWaits("w", "2026-06-02T13:00:00Z").Gets(kind, detail, step).ThenAsksFor("yes");
        play.After("P2D").When(new Input.TimerFired("enr_1/w/1")).ThenAsksFor("yes");
    }

    [Theory, MemberData(nameof(Met))]
    public void Given_a_wait_for_a_signal_When_nothing_comes_Then_it_takes_the_timeout_branch(string wait, SignalKind kind, string detail, string? step) =>
        Given(Wait(wait)).Enrolled().Rings().ThenAsksFor("late").ThenLast("w timedOut").Gets(kind, detail, step).ThenAsksFor("late");

    public static TheoryData<string, SignalKind, string, string?> Unmet => new()
    {
        { Reply("yes", "P1D", "late", channel: "sms"), SignalKind.Replied, "email", null },
        { Link("yes", "P1D", "late", link: "lnk_1"), SignalKind.Clicked, "lnk_2", null },
        { Email("yes", "opened", timeout: "P1D", late: "late"), SignalKind.EmailEvent, "clicked", "x" },
        { Email("yes", "opened", of: "x", timeout: "P1D", late: "late"), SignalKind.EmailEvent, "opened", "y" },
        { Goal("wait", "yes", "P1D", "late"), SignalKind.GoalMet, "other", "other" },
        { Delay("P1D", "yes"), SignalKind.Replied, "sms", null },
    };

    [Theory, MemberData(nameof(Unmet))]
    public void Given_a_wait_for_a_signal_When_another_comes_Then_it_goes_on_waiting(string wait, SignalKind kind, string detail, string? step) =>
        Given(Wait(wait)).Enrolled().Gets(kind, detail, step).ThenWaits("w", "2026-06-02T13:00:00Z");

    [Fact]
    public void Given_a_condition_that_is_true_on_arrival_Then_it_goes_on() =>
        Given(Wait(Condition("yes"))).Enrolled().Truth(true).ThenAsksFor("yes");

    [Fact]
    public void Given_a_condition_When_facts_change_Then_it_is_asked_again_and_keeps_its_timeout() =>
        Given(Wait(Condition("yes", "P1D", "late"))).Enrolled().Truth(false).ThenWaits("w", "2026-06-02T13:00:00Z")
            .After("PT6H").Gets(SignalKind.FactsChanged).ThenAsksFor("w").Truth(false).ThenWaits("w", "2026-06-02T13:00:00Z")
            .Gets(SignalKind.FactsChanged).Truth(true).ThenAsksFor("yes");

    [Fact]
    public void Given_a_condition_that_the_clock_makes_true_When_its_moment_comes_Then_it_is_asked_again_and_says_so_once() =>
        Given(Wait(Condition("yes", "P3D", "late"))).Enrolled().Decides(Again("2026-06-02T04:00:00Z")).ThenWaits("w", "2026-06-02T04:00:00Z")
            .Rings().ThenAsksFor("w").Decides(Again("2026-06-03T04:00:00Z")).ThenWaits("w", "2026-06-03T04:00:00Z")
            .Rings().ThenAsksFor("w").Decides(Again("2026-06-12T04:00:00Z")).ThenWaits("w", "2026-06-04T13:00:00Z")
            .Rings().ThenAsksFor("late").ThenSaid("enrolled", "w waiting condition", "w timedOut");

    [Fact]
    public void Given_a_condition_without_a_timeout_When_the_clock_makes_it_true_Then_it_goes_on() =>
        Given(Wait(Condition("yes"))).Enrolled().Decides(Again("2026-06-06T04:00:00Z")).Rings().Truth(true).ThenAsksFor("yes");

    static Decision.Truth Again(string at) => new(false, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Given_facts_that_change_while_the_question_is_answered_Then_it_is_asked_once_more() =>
        Given(Wait(Condition("yes"))).Enrolled().Gets(SignalKind.FactsChanged).Truth(false).ThenAsksFor("w").Truth(false).ThenWaits("w");

    [Fact]
    public void Given_a_condition_When_nothing_comes_Then_it_takes_the_timeout_branch() =>
        Given(Wait(Condition("yes", "P1D", "late"))).Enrolled().Truth(false).Rings().ThenAsksFor("late");

    [Fact]
    public void Given_an_invoice_When_it_is_overdue_Then_it_goes_on() =>
        Given(Wait(Invoice("late", "P3D", "yes"))).Enrolled().Moment("2026-06-10T13:00:00Z").ThenWaits("w", "2026-06-13T13:00:00Z")
            .Rings().ThenAsksFor("late");

    [Fact]
    public void Given_an_invoice_When_it_is_paid_Then_it_takes_the_paid_step() =>
        Given(Wait(Invoice("late", "P3D", "yes"))).Enrolled().Moment("2026-06-10T13:00:00Z").Gets(SignalKind.InvoiceSettled, "paid").ThenAsksFor("yes");

    [Fact]
    public void Given_an_invoice_without_a_paid_step_When_it_is_paid_Then_the_path_ends_and_no_payer_is_reminded() =>
        Given(Wait(Invoice("late", "P3D"))).Enrolled().Moment("2026-06-10T13:00:00Z").Gets(SignalKind.InvoiceSettled, "paid").ThenOver(EnrollmentStatus.Completed, "finished");

    [Fact]
    public void Given_an_invoice_When_its_due_date_moves_Then_it_is_asked_again() =>
        Given(Wait(Invoice("late", "P3D", "yes"))).Enrolled().Moment("2026-06-10T13:00:00Z").Gets(SignalKind.InvoiceMoved)
            .ThenAsksFor("w").Moment("2026-06-20T13:00:00Z").ThenWaits("w", "2026-06-23T13:00:00Z");

    [Theory]
    [InlineData("2026-06-10T13:00:00Z")]
    [InlineData("2026-05-01T13:00:00Z")]
    public void Given_an_invoice_that_is_paid_while_its_due_date_is_looked_up_Then_no_reminder_follows(string due) =>
        Given(Wait(Invoice("late", "P3D", "yes"))).Enrolled().Gets(SignalKind.InvoiceSettled, "paid").Moment(due).ThenAsksFor("yes");

    [Fact]
    public void Given_an_invoice_that_is_moved_while_its_due_date_is_looked_up_Then_the_old_date_does_not_count() =>
        Given(Wait(Invoice("late"))).Enrolled().Gets(SignalKind.InvoiceMoved).Moment("2026-06-10T13:00:00Z")
            .ThenAsksFor("w").Moment("2026-06-20T13:00:00Z").ThenWaits("w", "2026-06-20T13:00:00Z");

    [Fact]
    public void Given_an_invoice_that_was_paid_before_the_wait_Then_it_takes_the_paid_step_at_once() =>
        Given(Of(("a", Tag("w")), ("w", Invoice("late", null, "yes")), ends[0], ends[1])).Enrolled().Gets(SignalKind.InvoiceSettled, "paid").Done().ThenAsksFor("yes");

    [Fact]
    public void Given_no_date_to_wait_for_Then_it_goes_on_and_says_so() =>
        Given(Wait(Before("-P1D", "yes"))).Enrolled().Moment(null).ThenAsksFor("yes").ThenLast("w skipped wait.unknown");

    [Theory] // A day is the clinic's day, not that of the machine that happens to run this.
    [InlineData("2026-07-01", "2026-07-01T04:00:00Z")]
    [InlineData("2026-07-01T09:00:00", "2026-07-01T13:00:00Z")]
    [InlineData("2026-07-01T09:00:00+02:00", "2026-07-01T07:00:00Z")]
    public void Given_a_fixed_date_Then_it_is_read_in_the_zone_of_the_enrollment(string at, string until) =>
        Given(Wait(On(at, "yes"))).Enrolled().Moment(null).ThenWaits("w", until);

    [Theory] // C4 and its siblings: the appointment is 3 hours away, the wait was for a day before.
    [InlineData("skip", "next")]
    [InlineData("continue", "sms")]
    [InlineData("goTo", "other")]
    public void Given_a_moment_that_is_past_Then_it_does_what_the_step_says(string whenPast, string step) =>
        Given(Of(("w", Before("-P1D", "sms", whenPast, "other")), ("sms", Sms("next")), ("next", Delay("PT1H", "other")), ("other", Tag())))
            .Enrolled().Moment("2026-06-01T16:00:00Z").Then(step, step == "next" ? EnrollmentStatus.Waiting : EnrollmentStatus.Active);

    [Fact]
    public void Given_a_moment_that_is_past_When_the_step_says_end_Then_it_ends() =>
        Given(Wait(Before("-P1D", "yes", "end"))).Enrolled().Moment("2026-06-01T16:00:00Z").ThenOver(EnrollmentStatus.Completed, "wait.past");

    [Fact]
    public void Given_a_visit_booked_exactly_a_day_ahead_Then_the_24_hour_text_goes() =>
        Given(Wait(Before("-P1D", "yes"))).Enrolled("2026-06-01T13:00:07Z").Moment("2026-06-02T13:00:00Z").ThenAsksFor("yes");
}
