using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Reminders 48 h, 24 h and 2 h before a visit (features.md 3.2, C3 and C4).</summary>
public sealed class AppointmentTests
{
    static readonly Definition reminders = Of(
        ("w48", Before("-PT48H", "t48")), ("t48", Sms("w24")), ("w24", Before("-PT24H", "t24")), ("t24", Sms("w2")), ("w2", Before("-PT2H", "t2")), ("t2", Sms()));

    const string Thursday = "2026-06-04T15:00:00Z";
    const string Saturday = "2026-06-06T15:00:00Z";

    [Fact]
    public void Given_a_visit_in_three_days_Then_all_three_texts_go_at_their_times() =>
        Given(reminders).Enrolled().Moment(Thursday).ThenWaits("w48", "2026-06-02T15:00:00Z").Rings().ThenAsksFor("t48").Done()
            .Moment(Thursday).ThenWaits("w24", "2026-06-03T15:00:00Z").Rings().Done()
            .Moment(Thursday).ThenWaits("w2", "2026-06-04T13:00:00Z").Rings().Done().ThenOver(EnrollmentStatus.Completed, "finished");

    [Fact] // C4
    public void Given_a_visit_in_three_hours_Then_only_the_2_hour_text_goes() =>
        Given(reminders).Enrolled().Moment("2026-06-01T16:00:00Z").ThenAsksFor("w24").Moment("2026-06-01T16:00:00Z").ThenAsksFor("w2")
            .Moment("2026-06-01T16:00:00Z").ThenWaits("w2", "2026-06-01T14:00:00Z").Rings().Done()
            .ThenSaid("enrolled", "w48 skipped wait.past", "w24 skipped wait.past", "w2 waiting until", "w2 resumed", "t2 done", "t2 finished finished");

    [Fact] // C3
    public void Given_a_visit_moved_after_the_48_hour_text_Then_the_old_texts_never_go_and_the_new_ones_do()
    {
        var play = Given(reminders).Enrolled().Moment(Thursday).Rings().Done().Moment(Thursday).ThenWaits("w24", "2026-06-03T15:00:00Z");
        play.Gets(SignalKind.AppointmentMoved).ThenAsksFor("w48").ThenLast("w24 restarted appointment.rescheduled");
        play.Moment(Saturday).ThenWaits("w48", "2026-06-04T15:00:00Z");
        play.At("2026-06-03T15:00:00Z").When(new Input.TimerFired("enr_1/w24/1")).ThenWaits("w48");
        play.Rings().Done().Moment(Saturday).ThenWaits("w24", "2026-06-05T15:00:00Z").Rings().Done().Moment(Saturday).Rings().Done();
        Assert.Equal(["t48", "t48#2", "t24", "t2"], play.Log.Where(line => line.What is Happened.Done).Select(line => Line(line).Split(' ')[0]));
    }

    [Fact]
    public void Given_a_visit_moved_while_a_text_is_sent_Then_it_starts_over_after_the_text() =>
        Given(reminders).Enrolled().Moment(Thursday).Rings().Gets(SignalKind.AppointmentMoved).ThenAsksFor("t48").Done()
            .ThenAsksFor("w48").ThenLast("t48 done", "t48 restarted appointment.rescheduled");

    [Fact]
    public void Given_a_visit_moved_while_its_time_is_looked_up_Then_the_old_answer_does_not_count() =>
        Given(reminders).Enrolled().Gets(SignalKind.AppointmentMoved).When(new Input.Decided("enr_1/w48/1", new Decision.Moment(Instant(Thursday))))
            .ThenAsksFor("w48").Moment(Saturday).ThenWaits("w48", "2026-06-04T15:00:00Z");

    [Fact]
    public void Given_a_held_text_When_the_visit_moves_Then_the_text_does_not_go() =>
        Given(reminders).Enrolled().Moment(Thursday).Rings().Ends(new Outcome.Held("hours.quiet", Instant("2026-06-03T13:00:00Z")))
            .Gets(SignalKind.AppointmentMoved).ThenAsksFor("w48").Moment(Saturday).ThenWaits("w48");

    [Fact]
    public void Given_a_visit_moved_while_paused_When_resumed_Then_it_starts_over() =>
        Given(reminders).Enrolled().Moment(Thursday).Pauses().Gets(SignalKind.AppointmentMoved).Then("w48", EnrollmentStatus.Paused)
            .Resumes().ThenAsksFor("w48").Moment(Saturday).ThenWaits("w48", "2026-06-04T15:00:00Z");

    [Fact]
    public void Given_a_visit_moved_while_paused_When_an_operator_runs_it_now_Then_the_new_time_still_counts() =>
        Given(reminders).Enrolled().Moment(Thursday).Pauses().Gets(SignalKind.AppointmentMoved).Does(Operation.Skip).Done().ThenAsksFor("w48");

    [Fact]
    public void Given_a_visit_moved_before_anything_waits_for_it_Then_nothing_starts_over() =>
        Given(Of(("a", Tag("w")), ("w", Before("-P1D", null)))).Enrolled().Gets(SignalKind.AppointmentMoved).Done().ThenAsksFor("w");

    [Theory]
    [InlineData("cancelled")]
    [InlineData("noshow")]
    public void Given_a_visit_that_is_cancelled_Then_the_enrollment_ends_wherever_it_is(string status)
    {
        Given(reminders).Enrolled().Moment(Thursday).Gets(SignalKind.AppointmentEnded, status).ThenOver(EnrollmentStatus.Exited, $"appointment.{status}");
        Given(reminders).Enrolled().Gets(SignalKind.AppointmentEnded, status).ThenOver(EnrollmentStatus.Exited, $"appointment.{status}");
        Given(reminders).Enrolled().Moment(Thursday).Rings().Gets(SignalKind.AppointmentEnded, status).ThenOver(EnrollmentStatus.Exited, $"appointment.{status}");
        Given(reminders).Enrolled().Moment(Thursday).Pauses().Gets(SignalKind.AppointmentEnded, status).ThenOver(EnrollmentStatus.Exited, $"appointment.{status}");
    }

    [Fact]
    public void Given_a_contact_that_is_deleted_Then_the_enrollment_ends() =>
        Given(reminders).Enrolled().Gets(SignalKind.ContactGone).ThenOver(EnrollmentStatus.Exited, "contact.deleted");

    [Fact]
    public void Given_a_reminder_Then_its_text_stays_fresh_for_a_quarter_of_its_lead()
    {
        var play = Given(reminders).Enrolled().Moment(Thursday).Rings();
        Assert.Equal(Instant("2026-06-03T03:00:00Z"), play.Enrollment.FreshUntil);
        Assert.Null(play.Done().Moment(Thursday).ThenWaits("w24").Enrollment.FreshUntil);
    }

    [Fact]
    public void Given_a_visit_that_moves_Then_the_freshness_of_the_old_reminder_is_forgotten()
    {
        var play = Given(Of(("w", Before("-PT2H", "t", "continue")), ("t", Sms()))).Enrolled().Moment("2026-06-01T16:00:00Z").Rings();
        Assert.NotNull(play.Enrollment.FreshUntil);
        play.Ends(new Outcome.Held("hours.quiet", Instant("2026-06-01T14:20:00Z"))).Gets(SignalKind.AppointmentMoved).Moment("2026-06-01T14:30:00Z").ThenAsksFor("t");
        Assert.Null(play.Enrollment.FreshUntil);
    }

    [Fact]
    public void Given_a_disabled_reminder_When_a_late_contact_skips_ahead_Then_its_text_does_not_go_either() =>
        Given(Of(("w48", Before("-PT48H", "t48")), ("t48", Sms("w24")), ("w24", Off(Before("-PT24H", "t24"))), ("t24", Sms("w2")), ("w2", Before("-PT2H", "t2")), ("t2", Sms())))
            .Enrolled().Moment("2026-06-01T16:00:00Z").ThenAsksFor("w2");

    [Fact]
    public void Given_a_late_contact_Then_the_answers_to_the_text_that_did_not_go_are_not_waited_for() =>
        Given(Of(("w24", Before("-PT24H", "t24")), ("t24", Sms("r")), ("r", Reply("confirm", "PT4H", "w2")), ("confirm", Tag("w2")), ("w2", Before("-PT2H", "t2")), ("t2", Sms())))
            .Enrolled().Moment("2026-06-01T16:00:00Z").ThenAsksFor("w2");
}
