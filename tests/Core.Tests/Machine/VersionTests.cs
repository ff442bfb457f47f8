using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Publish with "move" (C10): each contact continues on the mapped step, and nothing that was done is done again.</summary>
public sealed class VersionTests
{
    static Definition Version(string wait) => Of(("a", Sms("w")), ("w", wait), ("b", Tag()), ("late", Tag()));
    static Play Waiting(string wait) => Given(Version(wait)).Enrolled().Done().ThenWaits("w").After("PT6H");

    [Fact]
    public void Given_a_hundred_contacts_in_a_wait_When_moved_Then_none_repeats_a_done_step_and_all_take_the_new_way()
    {
        var newer = Of(("a", Sms("extra")), ("extra", Sms("w")), ("w", Delay("P1D", "c")), ("c", Tag()));
        for (var i = 0; i < 100; i++)
        {
            var play = Waiting(Delay("P1D", "b")).MovesTo(newer).ThenWaits("w").Rings().ThenAsksFor("c").Done().ThenOver(EnrollmentStatus.Completed, "finished");
            Assert.Equal(1, play.Enrollment.Visits["a"]);
            Assert.DoesNotContain("extra", play.Enrollment.Visits.Keys);
            Assert.Equal(2, play.Enrollment.Version);
        }
    }

    [Theory] // Six hours have passed since 13:00.
    [InlineData("PT8H", "2026-06-01T21:00:00Z")]
    [InlineData("PT1H", "2026-06-01T14:00:00Z")]
    public void Given_a_delay_that_got_another_length_Then_the_time_already_spent_counts(string length, string until) =>
        Waiting(Delay("P1D", "b")).MovesTo(Version(Delay(length, "b"))).ThenWaits("w", until).Rings().ThenAsksFor("b");

    [Fact]
    public void Given_a_wait_with_another_timeout_Then_the_time_already_spent_counts() =>
        Waiting(Reply("b", "P1D", "late")).MovesTo(Version(Reply("b", "PT8H", "late"))).ThenWaits("w", "2026-06-01T21:00:00Z").Rings().ThenAsksFor("late");

    [Fact]
    public void Given_a_wait_that_lost_its_timeout_Then_only_a_signal_ends_it()
    {
        var play = Waiting(Reply("b", "P1D", "late")).MovesTo(Version(Reply("b"))).ThenWaits("w");
        Assert.Equal(new Effect.Wait("enr_1/w/1", null), play.Effect);
        play.After("P2D").When(new Input.TimerFired("enr_1/w/1")).ThenWaits("w").Replies().ThenAsksFor("b");
    }

    [Theory]
    [InlineData("P1D")]
    [InlineData(null)]
    public void Given_a_wait_that_became_another_kind_of_wait_Then_it_waits_for_that(string? timeout)
    {
        Waiting(Delay("P1D", "b")).MovesTo(Version(Reply("b", timeout, "late"))).ThenWaits("w").Replies().ThenAsksFor("b");
        Waiting(Reply("b", "P1D", "late")).MovesTo(Version(Link("b", timeout, "late"))).Replies().ThenWaits("w").Gets(SignalKind.Clicked, "lnk_1").ThenAsksFor("b");
        Waiting(Delay("P1D", "b")).MovesTo(Version(Goal("wait", "b", timeout, "late"))).MeetsGoal("w").ThenAsksFor("b");
    }

    [Fact]
    public void Given_a_wait_that_became_one_with_a_question_Then_it_is_asked() =>
        Waiting(Delay("P1D", "b")).MovesTo(Version(Condition("b", "PT8H", "late"))).ThenAsksFor("w").Truth(false).ThenWaits("w", "2026-06-01T21:00:00Z");

    [Fact]
    public void Given_a_wait_that_became_a_drip_Then_it_takes_its_place() =>
        Waiting(Delay("P1D", "b")).MovesTo(Version(Drip("b"))).ThenAsksFor("w").Moment("2026-06-01T13:00:00Z").ThenAsksFor("b");

    [Fact]
    public void Given_a_contact_whose_place_in_the_drip_is_known_Then_it_keeps_it() =>
        Given(Version(Drip("b"))).Enrolled().Done().Moment("2026-06-02T13:00:00Z").MovesTo(Version(Drip("b"))).ThenWaits("w", "2026-06-02T13:00:00Z");

    [Fact]
    public void Given_a_goal_that_no_longer_waits_Then_the_contact_goes_on() =>
        Waiting(Goal("wait", "b")).MovesTo(Version(Goal("continue", "b"))).ThenAsksFor("b");

    [Fact]
    public void Given_a_wait_that_became_an_action_or_a_question_Then_it_is_entered()
    {
        Waiting(Delay("P1D", "b")).MovesTo(Version(Tag("b"))).ThenAsksFor("w").Done().ThenAsksFor("b");
        Waiting(Delay("P1D", "b")).MovesTo(Version(If("b"))).ThenAsksFor("w").Branch(null).ThenAsksFor("b");
    }

    [Fact]
    public void Given_a_question_that_became_a_wait_Then_it_waits() =>
        Given(Version(If("b"))).Enrolled().Done().ThenAsksFor("w").MovesTo(Version(Reply("b", "P1D"))).ThenWaits("w").Replies().ThenAsksFor("b");

    [Fact]
    public void Given_a_wait_that_is_now_disabled_Then_it_is_passed_over() =>
        Waiting(Delay("P1D", "b")).MovesTo(Version(Off(Delay("P1D", "b")))).ThenAsksFor("b").ThenLast("w moved version:2", "w#2 skipped disabled");

    [Fact]
    public void Given_a_message_under_way_that_is_now_disabled_Then_it_ends_as_it_began()
    {
        var without = Of(("a", Off(Sms("w"))), ("w", Delay("P1D", "b")), ("b", Tag()));
        Given(Version(Delay("P1D", "b"))).Enrolled().MovesTo(without).ThenAsksFor("a").Done().ThenWaits("w");
        Given(Version(Delay("P1D", "b"))).Enrolled().Ends(new Outcome.Held("x", Instant("2026-06-01T20:00:00Z"))).MovesTo(without).ThenWaits("w");
    }

    [Fact]
    public void Given_a_deleted_step_Then_it_continues_on_the_next_that_survives() =>
        Waiting(Delay("P1D", "b")).MovesTo(Of(("a", Sms("b")), ("b", Tag()))).ThenAsksFor("b");

    [Fact]
    public void Given_a_deleted_end_of_the_path_Then_it_is_over() =>
        Waiting(Delay("P1D", "b")).MovesTo(Of(("a", Sms()))).ThenOver(EnrollmentStatus.Completed, "finished");

    [Fact]
    public void Given_an_action_that_was_deleted_while_it_ran_Then_its_answer_changes_nothing() =>
        Given(Version(Delay("P1D", "b"))).Enrolled().MovesTo(Of(("w", Delay("P1D", "b")), ("b", Tag()))).ThenWaits("w")
            .When(new Input.ActionEnded("enr_1/a/1", Outcome.Done.Plain)).ThenWaits("w");

    [Fact]
    public void Given_a_goal_met_while_the_action_ran_that_was_deleted_Then_it_still_counts() =>
        Given(Of(("a", Sms("w")), ("w", Delay("P1D", "g")), ("g", Goal("continue", "b")), ("b", Tag()))).Enrolled().MeetsGoal("g")
            .MovesTo(Of(("w", Delay("P1D", "g")), ("g", Goal("continue", "b")), ("b", Tag()))).ThenAsksFor("b");

    [Fact]
    public void Given_a_paused_enrollment_Then_it_moves_and_stays_paused()
    {
        Waiting(Delay("P1D", "b")).Pauses().MovesTo(Version(Delay("PT8H", "b"))).Then("w", EnrollmentStatus.Paused).Resumes().ThenWaits("w", "2026-06-01T21:00:00Z");
        Waiting(Delay("P1D", "b")).Pauses().MovesTo(Of(("b", Tag()))).Then("b", EnrollmentStatus.Paused).Resumes().ThenAsksFor("b");
        Waiting(Delay("P1D", "b")).Pauses().MovesTo(Of(("c", Tag()))).ThenOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public void Given_a_scheduled_start_whose_step_was_deleted_Then_it_will_begin_on_the_next_that_survives()
    {
        var later = Instant("2026-06-02T13:00:00Z");
        Play Scheduled() => Given(Version(Delay("P1D", "b"))).Enrolled(with: e => e with { StartStep = "w", StartAt = later });
        Scheduled().MovesTo(Version(Delay("PT1H", "b"))).Then(null, EnrollmentStatus.Scheduled).Rings().ThenWaits("w", "2026-06-02T14:00:00Z");
        Scheduled().MovesTo(Of(("a", Sms("b")), ("b", Tag()))).Then(null, EnrollmentStatus.Scheduled).Rings().ThenAsksFor("b");
        Scheduled().MovesTo(Of(("a", Sms()))).ThenOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public void Given_reminders_whose_first_was_deleted_When_the_visit_moves_Then_they_start_over_at_the_next_reminder()
    {
        const string Thursday = "2026-06-04T15:00:00Z";
        var both = Of(("w48", Before("-PT48H", "t48")), ("t48", Sms("w24")), ("w24", Before("-PT24H", "t24")), ("t24", Sms()));
        var one = Of(("t48", Sms("w24")), ("w24", Before("-PT24H", "t24")), ("t24", Sms()));
        Given(both).Enrolled().Moment(Thursday).Rings().Done().Moment(Thursday).ThenWaits("w24").MovesTo(one).Moment(Thursday).ThenWaits("w24")
            .Gets(SignalKind.AppointmentMoved).ThenAsksFor("w24").ThenLast("w24 restarted appointment.rescheduled");
    }

    [Fact]
    public void Given_no_reminder_left_When_the_visit_moves_Then_nothing_starts_over() =>
        Given(Of(("w48", Before("-PT48H", "b")), ("b", Tag("d")), ("d", Delay("P1D", null)))).Enrolled().Moment("2026-06-01T13:00:00Z").ThenWaits("d")
            .MovesTo(Of(("b", Tag("d")), ("d", Delay("P1D", null)))).Gets(SignalKind.AppointmentMoved).ThenWaits("d");

    [Fact]
    public void Given_it_is_over_or_moved_already_Then_nothing_changes()
    {
        var play = Waiting(Delay("P1D", "b")).Rings().Done();
        var over = play.Json;
        Assert.Equal(over, play.MovesTo(Version(Delay("P2D", "b"))).Json);
        Waiting(Delay("P1D", "b")).When(new Input.VersionMoved(1), Version(Delay("P2D", "b"))).ThenWaits("w", "2026-06-02T13:00:00Z");
    }
}
