using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Which reply answers what (C9), and stopping on one.</summary>
public sealed class ReplyTests
{
    static readonly Definition asks = Of(("tag", Tag("sms")), ("sms", Sms("w")), ("w", Reply("yes", "P1D", "late")), ("yes", Sms("w2")), ("w2", Reply(null, "P1D")), ("late", Tag()));

    static Play Stopping(params (string, string)[] steps) => Given(With("""{"stopOnReply":true}""", steps));

    [Fact] // C9
    public void Given_a_reply_a_moment_before_the_wait_is_reached_Then_the_wait_finds_it()
    {
        var play = Given(asks).Enrolled().Done().ThenAsksFor("sms").After("PT1S").Replies();
        play.When(new Input.ActionEnded("enr_1/sms/1", Outcome.Done.Plain)).ThenAsksFor("yes").ThenLast("sms done", "w resumed sms");
    }

    [Fact]
    public void Given_a_reply_before_the_message_Then_it_does_not_answer_it() =>
        Given(asks).Enrolled().Replies().After("PT0.001S").Done().After("PT1S").Done().ThenWaits("w");

    [Fact]
    public void Given_a_reply_from_before_the_message_that_is_delivered_late_Then_it_does_not_answer_it()
    {
        var play = Given(asks).Enrolled().After("PT1M").Done().ThenAsksFor("sms").Replies(at: Instant(Monday)).Done().ThenWaits("w");
        play.Replies(at: Instant(Monday)).ThenWaits("w").Replies().ThenAsksFor("yes");
    }

    [Fact]
    public void Given_a_message_that_is_held_When_the_contact_writes_meanwhile_Then_that_does_not_answer_it() =>
        Given(asks).Enrolled().Done().Ends(new Outcome.Held("hours.quiet", Instant("2026-06-01T20:00:00Z"))).After("PT1H").Replies()
            .Done().ThenWaits("w").After("PT1S").Replies().ThenAsksFor("yes");

    [Fact]
    public void Given_one_reply_Then_it_answers_one_wait_only() =>
        Given(asks).Enrolled().Done().Done().Replies().ThenAsksFor("yes").After("PT1S").Done().ThenWaits("w2").Replies().ThenOver(EnrollmentStatus.Completed, "finished");

    [Fact]
    public void Given_a_second_reply_before_the_second_question_Then_it_does_not_answer_that() =>
        Given(asks).Enrolled().Done().Done().Replies().Ends(new Outcome.Held("hours.quiet", Instant("2026-06-01T20:00:00Z"))).Replies().Done().ThenWaits("w2");

    [Fact]
    public void Given_stop_on_reply_When_the_contact_answers_a_message_Then_it_ends() =>
        Stopping(("a", Sms("w")), ("w", Delay("P1D", null))).Enrolled().Done().Replies().ThenOver(EnrollmentStatus.Exited, "replied");

    [Fact]
    public void Given_stop_on_reply_When_nothing_was_said_yet_Then_it_goes_on() =>
        Stopping(("w", Delay("P1D", "a")), ("a", Sms())).Enrolled().Replies().ThenWaits("w");

    [Fact]
    public void Given_stop_on_reply_When_the_first_message_is_held_or_left_out_Then_nothing_was_said_yet()
    {
        Stopping(("a", Sms("w")), ("w", Delay("P1D", null))).Enrolled().Ends(new Outcome.Held("hours.quiet", Instant("2026-06-01T20:00:00Z"))).Replies().ThenWaits("a");
        Stopping(("a", Sms("w")), ("w", Delay("P1D", null))).Enrolled().Ends(new Outcome.Skipped("consent.dnd")).Replies().ThenWaits("w");
        Stopping(("a", Sms("w")), ("w", Delay("P1D", null))).Enrolled().Ends(new Outcome.Failed("sms.rejected", false)).Replies().ThenWaits("w");
    }

    [Fact]
    public void Given_stop_on_reply_When_a_second_message_is_held_Then_an_answer_to_the_first_still_ends_it() =>
        Stopping(("a", Sms("b")), ("b", Sms())).Enrolled().Done().Ends(new Outcome.Held("hours.quiet", Instant("2026-06-01T20:00:00Z"))).Replies()
            .ThenOver(EnrollmentStatus.Exited, "replied");

    [Fact]
    public void Given_stop_on_reply_When_the_answer_is_faster_than_the_provider_Then_it_ends() =>
        Stopping(("a", Sms("w")), ("w", Delay("P1D", null))).Enrolled().After("PT1S").Replies().ThenOver(EnrollmentStatus.Exited, "replied");

    [Fact]
    public void Given_stop_on_reply_When_nobody_knows_whether_the_message_went_Then_an_answer_ends_it() =>
        Stopping(("a", Sms("w")), ("w", Delay("P1D", null))).Enrolled().Ends(new Outcome.Unknown("sms.timeout")).Replies().ThenOver(EnrollmentStatus.Exited, "replied");

    [Fact]
    public void Given_stop_on_reply_When_a_message_under_way_is_skipped_Then_it_may_have_gone_and_an_answer_ends_it() =>
        Stopping(("a", Sms("w")), ("w", Delay("P1D", null))).Enrolled().Does(Operation.Skip).ThenWaits("w").Replies().ThenOver(EnrollmentStatus.Exited, "replied");

    [Fact]
    public void Given_an_email_opened_again_before_its_second_round_Then_that_does_not_count_for_the_second_round() =>
        Given(Of(("e", Sms("w")), ("w", Email("d", "opened", of: "e", timeout: "P1D")), ("d", Delay("P1D", "again")), ("again", GoTo("e"))))
            .Enrolled().Done().Gets(SignalKind.EmailEvent, "opened", "e").ThenWaits("d").Gets(SignalKind.EmailEvent, "opened", "e")
            .Rings().Done().ThenWaits("w").Gets(SignalKind.EmailEvent, "opened", "e").ThenWaits("d");
}
