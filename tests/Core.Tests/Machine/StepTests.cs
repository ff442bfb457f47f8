using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Steps that do not wait.</summary>
public sealed class StepTests
{
    [Fact]
    public void Given_actions_in_a_row_When_each_is_done_Then_it_finishes() =>
        Given(Of(("a", Sms("b")), ("b", Tag()))).Enrolled().ThenAsksFor("a").Done("msg_1").ThenAsksFor("b").Done()
            .ThenOver(EnrollmentStatus.Completed, "finished")
            .ThenSaid("enrolled", "a done msg_1", "b done", "b finished finished");

    [Fact]
    public void Given_no_steps_When_enrolled_Then_it_finishes_at_once() =>
        Given(Read("""{"schemaVersion":1,"steps":{}}""")).Enrolled().ThenOver(EnrollmentStatus.Completed, "finished");

    [Theory]
    [InlineData("x", "yes", "branch:x")]
    [InlineData("y", "no", "branch:y")]
    [InlineData(null, "none", "none")]
    [InlineData("gone", "none", "none")]
    public void Given_an_if_When_answered_Then_it_takes_that_branch_or_none(string? answer, string step, string code) =>
        Given(Of(("if", If("none", ("x", "yes"), ("y", "no"))), ("yes", Tag()), ("no", Tag()), ("none", Tag())))
            .Enrolled().ThenAsksFor("if").Branch(answer).ThenAsksFor(step).ThenLast($"if decided {code}");

    [Fact]
    public void Given_two_branches_that_join_Then_either_goes_on_at_the_joint()
    {
        var joined = Of(("if", If("no", ("x", "yes"))), ("yes", Tag("both")), ("no", Tag("both")), ("both", Sms()));
        Given(joined).Enrolled().Branch("x").Done().ThenAsksFor("both").Done().ThenOver(EnrollmentStatus.Completed, "finished");
        Given(joined).Enrolled().Branch(null).Done().ThenAsksFor("both").Done().ThenOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public void Given_a_split_When_decided_Then_it_takes_that_share() =>
        Given(Of(("split", Split(("a", 50, "left"), ("b", 50, "right"))), ("left", Tag()), ("right", Tag())))
            .Enrolled().Branch("b").ThenAsksFor("right").ThenLast("split decided share:b");

    [Fact]
    public void Given_a_goto_with_a_cap_When_it_has_jumped_that_often_Then_the_path_ends() =>
        Given(Of(("a", Tag("back")), ("back", GoTo("a", max: 2)))).Enrolled().Done().Done().Done()
            .ThenOver(EnrollmentStatus.Completed, "loop.cap")
            .ThenSaid("enrolled", "a done", "back jumped a", "a#2 done", "back#2 jumped a", "a#3 done", "back#3 finished loop.cap");

    [Fact]
    public void Given_a_second_visit_Then_the_action_has_another_effect_id()
    {
        var play = Given(Of(("a", Tag("back")), ("back", GoTo("a")))).Enrolled();
        Assert.Equal(new Effect.RunAction("enr_1/a/1", "a", 1, null), play.Effect);
        Assert.Equal(new Effect.RunAction("enr_1/a/2", "a", 1, null), play.Done().Effect);
    }

    [Fact]
    public void Given_an_end_Then_what_follows_is_not_reached() =>
        Given(Of(("a", Tag("end")), ("end", End()))).Enrolled().Done().ThenOver(EnrollmentStatus.Completed, "ended");

    [Fact]
    public void Given_disabled_steps_Then_each_is_passed_over_and_logged() =>
        Given(Of(("a", Off(Sms("if"))), ("if", Off(If("wait", ("x", "b")))), ("wait", Off(Delay("P1D", "b"))), ("b", Tag()))).Enrolled()
            .ThenAsksFor("b").ThenSaid("enrolled", "a skipped disabled", "if skipped disabled", "wait skipped disabled");

    [Fact]
    public void Given_a_step_that_is_not_there_Then_it_fails_and_a_person_can_move_it_on() =>
        Given(Of(("a", Tag("gone")), ("b", Tag()))).Enrolled().Done().ThenOver(EnrollmentStatus.Failed, "step.missing")
            .Does(Operation.Move, "b").ThenAsksFor("b");

    [Fact]
    public void Given_steps_in_a_circle_without_a_wait_Then_it_fails_instead_of_running_for_ever()
    {
        var play = Given(Of(("a", Sms("b")), ("b", Tag("a")))).Enrolled();
        for (var i = 0; play.Enrollment.IsLive && i < 2000; i++) play.Done();
        play.ThenOver(EnrollmentStatus.Failed, "loop.runaway");
    }

    [Fact]
    public void Given_disabled_steps_in_a_circle_Then_it_fails_at_once() =>
        Given(Of(("a", Off(Sms("b"))), ("b", Off(Tag("a"))))).Enrolled().ThenOver(EnrollmentStatus.Failed, "loop.runaway");

    [Fact]
    public void Given_waits_of_no_length_in_a_circle_Then_they_do_not_count_as_waits()
    {
        var play = Given(Of(("a", Sms("r")), ("r", Reply("a", "PT0S", "a")))).Enrolled();
        for (var i = 0; play.Enrollment.IsLive && i < 2000; i++) _ = play.Enrollment.Pending is Pending.Timer ? play.Rings() : play.Done();
        play.ThenOver(EnrollmentStatus.Failed, "loop.runaway");
    }

    [Fact]
    public void Given_a_drip_When_its_place_is_known_Then_it_waits_until_then() =>
        Given(Of(("drip", Drip("a")), ("a", Sms()))).Enrolled().ThenAsksFor("drip")
            .Moment("2026-06-01T13:20:00Z").ThenWaits("drip", "2026-06-01T13:20:00Z").Rings().ThenAsksFor("a");

    [Fact]
    public void Given_a_drip_with_room_now_Then_it_goes_on_at_once() =>
        Given(Of(("drip", Drip("a")), ("a", Sms()))).Enrolled().Moment(Monday).ThenAsksFor("a");

    [Fact]
    public void Given_a_start_step_and_time_Then_it_is_scheduled_and_begins_there() =>
        Given(Of(("a", Tag()), ("b", Tag())))
            .Enrolled(with: e => e with { StartStep = "b", StartAt = Instant("2026-06-02T13:00:00Z") })
            .Then(null, EnrollmentStatus.Scheduled).Rings().ThenAsksFor("b");

    [Fact]
    public void Given_a_start_time_in_the_past_Then_it_begins_now() =>
        Given(Of(("a", Tag()))).Enrolled(with: e => e with { StartAt = e.EnrolledAt }).ThenAsksFor("a");

    [Fact]
    public void Given_an_answer_that_does_not_fit_the_question_Then_it_fails() =>
        Given(Of(("if", If(null)))).Enrolled().Truth(true).ThenOver(EnrollmentStatus.Failed, "decision.unfit");

    [Fact]
    public void Given_a_second_start_Then_nothing_happens_twice() =>
        Given(Of(("a", Tag()))).Enrolled().When(new Input.Started()).ThenAsksFor("a").ThenSaid("enrolled");
}
