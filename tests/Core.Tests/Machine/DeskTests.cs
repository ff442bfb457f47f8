using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>A step that waits for a person: held without costing an attempt, and asked again the moment the work is done.</summary>
public sealed class DeskTests
{
    const string Far = "2026-07-01T13:00:00Z";
    static readonly Definition flow = Of(("a", Tag("b", ""","onError":{"then":"branch","next":"no","maxAttempts":1}""")), ("b", Tag()), ("no", Tag()));
    static readonly Outcome waiting = new Outcome.Held("waiting.task", Instant(Far));

    static Play Held() => Given(flow).Enrolled().Ends(waiting).ThenWaits("a", Far);

    [Fact]
    public void Given_the_task_is_done_Then_the_action_runs_again_at_once_under_the_same_effect_id_and_attempt()
    {
        var play = Held().After("PT1H").Gets(SignalKind.TaskDone, "enr_1/a/1").ThenAsksFor("a");
        Assert.Equal(new Effect.RunAction("enr_1/a/1", "a", 1, null), play.Effect);
        play.Done("tsk_1").ThenAsksFor("b").ThenSaid("enrolled", "a held waiting.task", "a done tsk_1");
    }

    [Fact]
    public void Given_an_approval_that_is_refused_Then_the_failure_branch_is_taken() =>
        Held().Gets(SignalKind.TaskDone, "enr_1/a/1").Ends(new Outcome.Failed("approval.rejected", false)).ThenAsksFor("no");

    [Fact]
    public void Given_it_waits_for_a_person_Then_it_is_known_for_what_until_it_fails_and_is_tried_again()
    {
        var play = Given(Of(("a", Tag("b", ""","onError":{"then":"branch","next":"b","maxAttempts":3}""")), ("b", Tag()))).Enrolled().Ends(new Outcome.Held("waiting.task", Instant(Far), Open: true));
        Assert.Equal(("waiting.task", true), Put(play));
        Assert.Equal((null, false), Put(play.Gets(SignalKind.TaskDone, "enr_1/a/1").Ends(new Outcome.Failed("busy", true))));
        static (string?, bool) Put(Play play) => Assert.IsType<Pending.Action>(play.Enrollment.Pending) is var action ? (action.Held, action.Open) : default;
    }

    [Fact]
    public void Given_the_task_of_another_visit_Then_it_goes_on_waiting() => Held().Gets(SignalKind.TaskDone, "enr_1/a/2").ThenWaits("a", Far);

    [Fact]
    public void Given_the_same_news_twice_Then_it_counts_once() =>
        Held().Gets(SignalKind.TaskDone, "enr_1/a/1", id: "evt_1").Ends(waiting).Gets(SignalKind.TaskDone, "enr_1/a/1", id: "evt_1").ThenWaits("a", Far);

    [Fact]
    public void Given_news_while_the_action_is_being_asked_Then_it_is_asked_once_more() =>
        Given(flow).Enrolled().Gets(SignalKind.TaskDone, "enr_1/a/1").Ends(waiting).ThenAsksFor("a");

    [Fact]
    public void Given_news_in_a_pause_Then_it_is_asked_when_the_pause_is_over() =>
        Held().Pauses().Gets(SignalKind.TaskDone, "enr_1/a/1").Then("a", EnrollmentStatus.Paused).Resumes().ThenAsksFor("a");

    [Fact]
    public void Given_news_of_a_step_that_was_left_Then_nothing_is_kept_of_it()
    {
        var play = Given(flow).Enrolled().Gets(SignalKind.TaskDone, "enr_1/a/1").Done().ThenAsksFor("b").Done();
        Assert.Empty(play.Enrollment.Buffered);
        Assert.Empty(Given(Of(("w", Delay("P1D", null)))).Enrolled().Gets(SignalKind.TaskDone, "enr_1/a/1").Enrollment.Buffered);
    }

    [Fact]
    public void Given_nobody_does_it_Then_it_is_asked_again_when_its_time_has_come() => Held().Done().ThenAsksFor("b");

    [Fact]
    public void Given_an_anchor_Then_it_is_kept_until_another_is_set()
    {
        var first = Instant("2026-09-01T13:00:00Z");
        var play = Given(Of(("a", Tag("b")), ("b", Tag("c")), ("c", Tag("w")), ("w", Delay("P1D", null)))).Enrolled().Ends(new Outcome.Done { Anchor = first }).Done();
        Assert.Equal(first, play.Enrollment.AnchorAt);
        Assert.Equal(first.AddDays(1), play.Ends(new Outcome.Done { Anchor = first.AddDays(1) }).Enrollment.AnchorAt);
    }
}
