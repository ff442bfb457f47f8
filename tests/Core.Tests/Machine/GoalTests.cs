using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Goals (C15): listened for from entry on, met once, and only ever jumped to forwards.</summary>
public sealed class GoalTests
{
    static Definition Before(string wait, string whenUnmet = "continue") =>
        Of(("w", wait), ("sms", Sms("g")), ("g", Goal(whenUnmet, "thanks")), ("thanks", Sms("tail")), ("tail", Delay("P1D", null)));

    public static TheoryData<string> Waits =>
        [Delay("P1D", "sms"), Reply("sms", "P1D", "sms"), Link("sms", "P1D", "sms"), Email("sms", "opened", timeout: "P1D", late: "sms")];

    [Theory, MemberData(nameof(Waits))]
    public void Given_a_wait_before_the_goal_When_it_is_met_Then_it_jumps_at_once_and_the_timer_is_cancelled(string wait)
    {
        var play = Given(Before(wait)).Enrolled().ThenWaits("w").MeetsGoal("g").ThenAsksFor("thanks").ThenLast("w jumped goal:g");
        play.After("P2D").When(new Input.TimerFired("enr_1/w/1")).ThenAsksFor("thanks");
    }

    public static TheoryData<string, Decision> Questions => new()
    {
        { Condition("sms"), new Decision.Truth(false) },
        { Invoice("sms"), new Decision.Moment(Instant("2026-07-01T00:00:00Z")) },
        { Flow.Before("-P1D", "sms"), new Decision.Moment(Instant("2026-07-01T00:00:00Z")) },
        { Drip("sms"), new Decision.Moment(Instant("2026-07-01T00:00:00Z")) },
    };

    [Theory, MemberData(nameof(Questions))]
    public void Given_a_wait_that_asks_first_When_the_goal_is_met_before_or_after_the_answer_Then_it_jumps(string wait, Decision answer)
    {
        Given(Before(wait)).Enrolled().Decides(answer).ThenWaits("w").MeetsGoal("g").ThenAsksFor("thanks");
        Given(Before(wait)).Enrolled().MeetsGoal("g").ThenAsksFor("thanks").When(new Input.Decided("enr_1/w/1", answer)).ThenAsksFor("thanks");
    }

    [Fact]
    public void Given_an_action_under_way_When_the_goal_is_met_Then_it_jumps_after_the_action() =>
        Given(Before(Delay("P1D", "sms"))).Enrolled().Rings().ThenAsksFor("sms").MeetsGoal("g").ThenAsksFor("sms").Done("msg_1")
            .ThenAsksFor("thanks").ThenLast("sms done msg_1", "sms jumped goal:g");

    [Fact]
    public void Given_a_held_message_When_the_goal_is_met_Then_the_message_does_not_go() =>
        Given(Before(Delay("P1D", "sms"))).Enrolled().Rings().Ends(new Outcome.Held("hours.quiet", Instant("2026-06-02T20:00:00Z")))
            .ThenWaits("sms").MeetsGoal("g").ThenAsksFor("thanks").When(new Input.ActionEnded("enr_1/sms/1", Outcome.Done.Plain)).ThenAsksFor("thanks");

    [Theory]
    [InlineData("continue", "thanks", EnrollmentStatus.Active)]
    [InlineData("wait", "g", EnrollmentStatus.Waiting)]
    [InlineData("end", "g", EnrollmentStatus.Completed)]
    public void Given_an_unmet_goal_When_it_is_reached_Then_it_does_what_the_goal_says(string whenUnmet, string step, EnrollmentStatus status) =>
        Given(Before(Delay("P1D", "sms"), whenUnmet)).Enrolled().Rings().Done().Then(step, status);

    [Fact]
    public void Given_a_goal_that_was_met_When_met_again_Then_nothing_happens() =>
        Given(Before(Delay("P1D", "sms"))).Enrolled().MeetsGoal("g").Done().ThenWaits("tail").MeetsGoal("g").ThenWaits("tail");

    [Fact]
    public void Given_a_loop_When_a_met_goal_is_reached_again_Then_it_is_passed() =>
        Given(Of(("w", Delay("P1D", "g")), ("g", Goal("end", "again")), ("again", GoTo("w")))).Enrolled().MeetsGoal("g")
            .ThenWaits("w").ThenLast("again jumped w", "w#2 waiting delay").Rings().ThenWaits("w").MeetsGoal("g").ThenWaits("w");

    [Fact]
    public void Given_a_goal_behind_the_contact_When_it_is_met_Then_it_is_ignored() =>
        Given(Of(("g", Goal("continue", "w")), ("w", Delay("P1D", null)))).Enrolled().ThenWaits("w").MeetsGoal("g").ThenWaits("w");

    [Fact]
    public void Given_a_goal_on_another_branch_When_it_is_met_Then_it_is_ignored() =>
        Given(Of(("if", If("w", ("x", "g"))), ("g", Goal("continue", null)), ("w", Delay("P1D", null)))).Enrolled().Branch(null).MeetsGoal("g").ThenWaits("w");

    [Fact]
    public void Given_a_disabled_goal_When_it_is_met_Then_it_is_ignored() =>
        Given(Of(("w", Delay("P1D", "g")), ("g", Off(Goal("continue", null))))).Enrolled().MeetsGoal("g").ThenWaits("w");

    [Fact]
    public void Given_one_event_that_meets_two_goals_Then_neither_is_lost() =>
        Given(Of(("w", Delay("P1D", "if")), ("if", If("g2", ("x", "g1"))), ("g1", Goal("wait", "w2")), ("w2", Delay("P1D", "g2")), ("g2", Goal("wait", "thanks")), ("thanks", Sms())))
            .Enrolled().MeetsGoal("g1", id: "evt_7").ThenWaits("w2").MeetsGoal("g2", id: "evt_7").ThenAsksFor("thanks");

    [Fact]
    public void Given_a_goal_met_while_paused_When_resumed_Then_it_jumps() =>
        Given(Before(Delay("P1D", "sms"))).Enrolled().Pauses().MeetsGoal("g").Then("w", EnrollmentStatus.Paused).Resumes().ThenAsksFor("thanks");

    [Fact]
    public void Given_a_scheduled_start_When_a_goal_ahead_of_it_is_met_Then_it_jumps()
    {
        var flow = Of(("end", End()), ("b", Delay("P1D", "g")), ("g", Goal("continue", "thanks")), ("thanks", Sms()));
        Given(flow).Enrolled(with: e => e with { StartStep = "b", StartAt = Instant("2026-06-02T13:00:00Z") }).MeetsGoal("g").ThenAsksFor("thanks");
    }

    [Fact]
    public void Given_a_goal_and_a_new_time_while_an_action_runs_Then_neither_is_lost() =>
        Given(Of(("w", Flow.Before("-P1D", "sms")), ("sms", Sms("g")), ("g", Goal("wait", "thanks")), ("thanks", Sms())))
            .Enrolled().Moment("2026-06-02T13:00:00Z").ThenAsksFor("sms").MeetsGoal("g").Gets(SignalKind.AppointmentMoved).Done()
            .ThenAsksFor("thanks").ThenLast("sms restarted appointment.rescheduled", "w#2 jumped goal:g");

    [Fact]
    public void Given_an_operator_who_skips_an_action_that_runs_Then_a_goal_met_meanwhile_still_counts() =>
        Given(Of(("a", Sms("w")), ("w", Delay("P1D", "g")), ("g", Goal("continue", "thanks")), ("thanks", Sms())))
            .Enrolled().MeetsGoal("g").ThenAsksFor("a").Does(Operation.Skip).ThenAsksFor("thanks");

    [Fact]
    public void Given_a_message_after_the_goal_Then_it_is_not_as_short_lived_as_the_reminder_before_it()
    {
        var play = Given(Of(("w", Flow.Before("-PT2H", "sms")), ("sms", Sms("g")), ("g", Goal("continue", "thanks")), ("thanks", Sms())))
            .Enrolled().Moment("2026-06-01T16:00:00Z").Rings().ThenAsksFor("sms");
        Assert.Equal(Instant("2026-06-01T14:30:00Z"), play.Enrollment.FreshUntil);
        Assert.Null(play.MeetsGoal("g").Done().ThenAsksFor("thanks").Enrollment.FreshUntil);
    }
}
