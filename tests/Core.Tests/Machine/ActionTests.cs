using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>What an activity may answer, and what becomes of it.</summary>
public sealed class ActionTests
{
    static Definition OnError(string onError) => Of(("a", Sms("b", $$""","onError":{{onError}}""")), ("b", Tag()), ("oops", Tag()));
    static readonly Outcome down = new Outcome.Failed("sms.down", Retryable: true);

    [Fact]
    public void Given_a_failure_that_may_pass_Then_it_is_tried_again_later_and_later_under_the_same_effect_id()
    {
        var play = Given(OnError("""{"then":"stop","maxAttempts":4}""")).Enrolled();
        var (gap, now) = (TimeSpan.Zero, play.Now);
        for (var attempt = 1; attempt < 4; attempt++)
        {
            play.Ends(down).ThenWaits("a");
            var next = Assert.IsType<Effect.RunAction>(play.Effect);
            Assert.Equal(("enr_1/a/1", attempt + 1), (next.EffectId, next.Attempt));
            Assert.True(next.NotBefore - play.Now > gap);
            gap = next.NotBefore!.Value - play.Now;
        }
        play.Ends(down).ThenOver(EnrollmentStatus.Failed, "sms.down")
            .ThenSaid("enrolled", "a retrying sms.down", "a retrying sms.down", "a retrying sms.down", "a failed sms.down", "a finished sms.down");
    }

    [Fact]
    public void Given_a_provider_that_says_when_Then_the_next_attempt_is_not_earlier() =>
        Given(OnError("""{"maxAttempts":2}""")).Enrolled().Ends(new Outcome.Failed("sms.busy", true, Instant("2026-06-01T15:00:00Z"))).ThenWaits("a", "2026-06-01T15:00:00Z");

    [Theory]
    [InlineData("""{"then":"continue"}""", "b")]
    [InlineData("""{"then":"branch","next":"oops"}""", "oops")]
    public void Given_a_failure_for_good_Then_it_goes_where_the_step_says(string onError, string step) =>
        Given(OnError(onError)).Enrolled().Ends(new Outcome.Failed("sms.rejected", Retryable: false)).ThenAsksFor(step).ThenLast("a failed sms.rejected");

    [Fact]
    public void Given_a_failure_branch_that_leads_nowhere_Then_the_path_ends() =>
        Given(OnError("""{"then":"branch"}""")).Enrolled().Ends(new Outcome.Failed("sms.rejected", false)).ThenOver(EnrollmentStatus.Completed, "finished");

    [Fact]
    public void Given_a_hold_Then_it_waits_costs_no_attempt_and_tries_the_same_effect() =>
        Given(OnError("""{"maxAttempts":1}""")).Enrolled().Ends(new Outcome.Held("hours.quiet", Instant("2026-06-01T20:00:00Z")))
            .ThenWaits("a", "2026-06-01T20:00:00Z").ThenLast("a held hours.quiet").Done().ThenAsksFor("b");

    [Fact]
    public void Given_a_hold_until_now_Then_it_still_lets_a_moment_pass() =>
        Given(OnError("{}")).Enrolled().Ends(new Outcome.Held("hours.quiet", Instant(Monday))).ThenWaits("a", "2026-06-01T13:00:01Z");

    [Fact]
    public void Given_a_message_left_out_Then_it_goes_on_and_says_why() =>
        Given(OnError("""{"then":"stop"}""")).Enrolled().Ends(new Outcome.Skipped("consent.dnd")).ThenAsksFor("b").ThenLast("a skipped consent.dnd");

    [Theory]
    [InlineData(null, "a unknown sms.timeout")]
    [InlineData("msg_1", "a unknown sms.timeout:msg_1")]
    public void Given_nobody_knows_whether_it_went_Then_it_is_not_sent_again_and_goes_on(string? reference, string line) =>
        Given(OnError("""{"then":"stop"}""")).Enrolled().Ends(new Outcome.Unknown("sms.timeout", reference)).ThenAsksFor("b").ThenLast(line);

    [Fact]
    public void Given_an_answer_of_another_visit_Then_it_is_ignored() =>
        Given(Of(("a", Tag("back")), ("back", GoTo("a")))).Enrolled().Done().When(new Input.ActionEnded("enr_1/a/1", Outcome.Done.Plain)).ThenLast("a done", "back jumped a");

    public static TheoryData<Outcome> Outcomes =>
        [Outcome.Done.Plain, new Outcome.Skipped("x"), new Outcome.Unknown("x"), down, new Outcome.Failed("x", false), new Outcome.Held("x", Instant("2026-06-01T20:00:00Z"))];

    [Theory, MemberData(nameof(Outcomes))]
    public void Given_an_answer_that_is_delivered_twice_Then_it_counts_once(Outcome outcome)
    {
        var play = Given(OnError("""{"then":"stop","maxAttempts":3}""")).Enrolled().Ends(outcome);
        var once = play.Json;
        Assert.Equal(once, play.When(new Input.ActionEnded("enr_1/a/1", outcome)).Json);
    }

    [Fact]
    public void Given_retries_when_the_attempt_before_is_answered_late_Then_what_was_done_counts() =>
        Given(OnError("""{"maxAttempts":3}""")).Enrolled().Ends(down).ThenWaits("a").When(new Input.ActionEnded("enr_1/a/1", Outcome.Done.Plain)).ThenAsksFor("b");
}
