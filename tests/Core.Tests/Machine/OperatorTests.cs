using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>What a person may do to one enrollment, from every state it can be in.</summary>
public sealed class OperatorTests
{
    static readonly Definition flow = Of(
        ("a", Sms("w", ""","onError":{"then":"stop","maxAttempts":2}""")), ("w", Reply("if", "P1D", "late")), ("if", If("b", ("x", "b"))), ("b", Tag()), ("late", Tag()));
    static readonly Outcome held = new Outcome.Held("hours.quiet", Instant("2026-06-01T20:00:00Z"));

    /// <summary>Every state by name.</summary>
    static Play In(string state) => state switch
    {
        "made" => Given(flow).Made(),
        "scheduled" => Given(flow).Enrolled(with: e => e with { StartAt = Instant("2026-06-02T13:00:00Z") }),
        "acting" => Given(flow).Enrolled(),
        "held" => Given(flow).Enrolled().Ends(held),
        "waiting" => Given(flow).Enrolled().Done(),
        "asking" => Given(flow).Enrolled().Done().Replies(),
        "paused acting" => In("acting").Pauses(),
        "paused held" => In("held").Pauses(),
        "paused waiting" => In("waiting").Pauses(),
        "paused asking" => In("asking").Pauses(),
        "paused between" => In("acting").Pauses().Done(),
        "completed" => In("asking").Branch("x").Done(),
        "exited" => In("acting").Gets(SignalKind.ContactGone),
        "failed" => In("acting").Ends(new Outcome.Failed("sms.rejected", false)),
        _ => throw new ArgumentException(state),
    };

    [Theory]
    [InlineData("scheduled", "a")]
    [InlineData("acting", "w")]
    [InlineData("held", "w")]
    [InlineData("waiting", "if")]
    [InlineData("asking", "b")]
    [InlineData("paused acting", "w")]
    [InlineData("paused held", "w")]
    [InlineData("paused waiting", "if")]
    [InlineData("paused asking", "b")]
    [InlineData("paused between", "if")]
    [InlineData("failed", "w")]
    public void When_skipped_Then_it_stands_on_the_step_after(string state, string step) =>
        In(state).Does(Operation.Skip).Then(step, step == "w" ? EnrollmentStatus.Waiting : EnrollmentStatus.Active);

    [Theory]
    [InlineData("scheduled", "a", EnrollmentStatus.Active)]
    [InlineData("acting", "a", EnrollmentStatus.Active)]
    [InlineData("held", "a", EnrollmentStatus.Active)]
    [InlineData("waiting", "if", EnrollmentStatus.Active)]
    [InlineData("asking", "if", EnrollmentStatus.Active)]
    [InlineData("paused held", "a", EnrollmentStatus.Active)]
    [InlineData("paused waiting", "if", EnrollmentStatus.Active)]
    [InlineData("paused between", "w", EnrollmentStatus.Paused)]
    [InlineData("failed", "a", EnrollmentStatus.Failed)]
    public void When_run_now_Then_waits_and_holds_are_cut_short(string state, string step, EnrollmentStatus status)
    {
        var play = In(state).Does(Operation.RunNow).Then(step, status);
        if (play.Enrollment.Pending is Pending.Action action) Assert.Null(action.NotBefore);
    }

    [Theory]
    [InlineData("held", EnrollmentStatus.Active)]
    [InlineData("failed", EnrollmentStatus.Active)]
    [InlineData("paused held", EnrollmentStatus.Active)]
    [InlineData("paused waiting", EnrollmentStatus.Paused)]
    [InlineData("acting", EnrollmentStatus.Active)]
    [InlineData("waiting", EnrollmentStatus.Waiting)]
    public void When_retried_Then_what_failed_or_is_held_is_done_again(string state, EnrollmentStatus status)
    {
        var play = In(state);
        var step = play.Enrollment.StepId;
        play.Does(Operation.Retry).Then(step, status);
        if (status is EnrollmentStatus.Active) Assert.Equal(new Effect.RunAction("enr_1/a/1", "a", 1, null), play.Effect);
    }

    [Fact]
    public void Given_a_failed_enrollment_When_retried_and_done_Then_it_goes_on_as_if_nothing_had_been() =>
        In("failed").Does(Operation.Retry).Done().ThenWaits("w").Rings().Done().ThenOver(EnrollmentStatus.Completed, "finished");

    [Theory]
    [InlineData("scheduled"), InlineData("acting"), InlineData("held"), InlineData("waiting"), InlineData("asking"), InlineData("paused acting")]
    [InlineData("paused waiting"), InlineData("paused between"), InlineData("failed")]
    public void When_moved_Then_it_stands_on_that_step(string state) => In(state).Does(Operation.Move, "b").ThenAsksFor("b");

    [Theory]
    [InlineData("gone"), InlineData(null)]
    public void When_moved_to_no_step_Then_nothing_happens(string? step) => In("waiting").Does(Operation.Move, step).ThenWaits("w");

    [Theory]
    [InlineData("made"), InlineData("scheduled"), InlineData("acting"), InlineData("held"), InlineData("waiting"), InlineData("asking"), InlineData("paused acting")]
    [InlineData("paused waiting"), InlineData("paused between"), InlineData("failed")]
    public void When_stopped_Then_it_is_over_and_late_answers_change_nothing(string state)
    {
        var play = In(state).Does(Operation.Stop).ThenOver(EnrollmentStatus.Exited, "stopped.operator");
        var over = play.Json;
        play.When(new Input.ActionEnded("enr_1/a/1", Outcome.Done.Plain)).When(new Input.TimerFired("enr_1/w/1")).Replies().Resumes();
        Assert.Equal(over, play.Json);
    }

    [Theory]
    [InlineData("completed"), InlineData("exited")]
    public void When_it_is_over_Then_nobody_can_take_it_up_again(string state)
    {
        var play = In(state);
        var over = play.Json;
        foreach (var operation in Enum.GetValues<Operation>()) play.Does(operation, "b");
        Assert.Equal(over, play.When(new Input.Started()).Json);
    }

    [Theory]
    [InlineData("scheduled"), InlineData("acting"), InlineData("held"), InlineData("waiting"), InlineData("asking")]
    public void When_paused_and_resumed_Then_it_is_where_it_was(string state)
    {
        var play = In(state);
        var (before, effect) = (play.Enrollment.Status, play.Effect);
        play.Pauses().Then(play.Enrollment.StepId, EnrollmentStatus.Paused);
        Assert.Equal(Effect.Rest.Instance, play.Effect);
        Assert.Equal((before, effect), (play.Resumes().Enrollment.Status, play.Effect));
    }

    [Fact]
    public void Given_a_pause_while_an_action_runs_When_it_ends_Then_the_next_step_is_not_entered_until_resumed()
    {
        var play = In("paused between").Then("w", EnrollmentStatus.Paused);
        Assert.Equal(0, play.Enrollment.Visits.GetValueOrDefault("w"));
        play.Resumes().ThenWaits("w").ThenLast("a done", "w operated resume:usr_1", "w waiting reply");
    }

    [Fact]
    public void Given_a_pause_while_a_question_is_answered_Then_the_branch_is_kept() => In("paused asking").Branch("x").Then("b", EnrollmentStatus.Paused).Resumes().ThenAsksFor("b");

    [Fact]
    public void Given_a_wait_whose_time_passes_while_paused_When_resumed_Then_it_is_due_at_once() =>
        In("paused waiting").After("P3D").When(new Input.TimerFired("enr_1/w/1")).Then("w", EnrollmentStatus.Paused).Resumes().ThenWaits("w").Rings().ThenAsksFor("late");

    [Fact]
    public void Given_a_reply_while_paused_When_resumed_Then_it_counts() => In("paused waiting").Replies().Then("w", EnrollmentStatus.Paused).Resumes().ThenAsksFor("if");

    [Fact]
    public void Given_facts_that_change_while_paused_When_resumed_Then_the_condition_is_asked_again() =>
        Given(Of(("w", Condition(null, "P1D")))).Enrolled().Truth(false).Pauses().Gets(SignalKind.FactsChanged).Resumes().ThenAsksFor("w");

    [Fact]
    public void Given_a_hold_that_comes_while_paused_Then_it_is_kept() =>
        In("paused acting").Ends(held).Then("a", EnrollmentStatus.Paused).Resumes().ThenWaits("a", "2026-06-01T20:00:00Z");

    [Fact]
    public void Given_a_pause_before_the_start_When_resumed_Then_it_begins_where_it_should()
    {
        var later = Instant("2026-06-02T13:00:00Z");
        In("made").Pauses().Resumes().ThenAsksFor("a").When(new Input.Started()).ThenAsksFor("a").ThenSaid("paused usr_1", "operated resume:usr_1", "enrolled");
        Given(flow).Made(with: e => e with { StartStep = "b" }).Pauses().Resumes().ThenAsksFor("b");
        Given(flow).Made(with: e => e with { StartAt = later }).Pauses().Resumes().Then(null, EnrollmentStatus.Scheduled);
        Given(flow).Made(with: e => e with { StartAt = later }).Pauses().When(new Input.Started()).Then(null, EnrollmentStatus.Paused).Resumes().Then(null, EnrollmentStatus.Scheduled);
    }

    [Fact]
    public void Given_an_operator_who_stops_with_a_reason_Then_that_is_the_reason() =>
        In("waiting").When(new Input.Operated(Operation.Stop, "usr_1", Reason: "workflow.deleted")).ThenOver(EnrollmentStatus.Exited, "workflow.deleted");
}
