using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Signals come twice, too early and in any order, and mean the same.</summary>
public sealed class SignalTests
{
    static readonly Definition flow = Of(
        ("a", Sms("r")), ("r", Reply("b", "P1D", "b")), ("b", Sms("l")), ("l", Link("g", "P1D", "g")), ("g", Goal("wait", "c", "P1D")), ("c", Tag()));

    static readonly (string Id, SignalKind Kind, string? Detail, string? Step)[] news =
        [("evt_a", SignalKind.Clicked, "lnk_1", null), ("evt_b", SignalKind.GoalMet, "g", "g"), ("evt_c", SignalKind.InvoiceSettled, "paid", null), ("evt_d", SignalKind.FactsChanged, null, null)];

    public static TheoryData<int[]> Orders
    {
        get
        {
            var orders = new TheoryData<int[]>();
            foreach (var a in Enumerable.Range(0, 4))
                foreach (var b in Enumerable.Range(0, 4).Except([a]))
                    foreach (var c in Enumerable.Range(0, 4).Except([a, b]))
                        orders.Add([a, b, c, 6 - a - b - c]);
            return orders;
        }
    }

    [Theory, MemberData(nameof(Orders))]
    public void Given_signals_in_any_order_and_twice_Then_the_enrollment_ends_up_the_same(int[] order)
    {
        var play = Given(flow).Enrolled();
        foreach (var index in order.Concat(order))
        {
            var (id, kind, detail, step) = news[index];
            play.Gets(kind, detail, step, id);
        }
        play.Done().ThenAsksFor("c").ThenSaid("enrolled", "a done", "a jumped goal:g").Done().ThenOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public void Given_a_reply_delivered_twice_Then_it_answers_one_wait_only()
    {
        var flow = Of(("r1", Reply("r2", "P1D")), ("r2", Reply(null, "P1D")));
        Given(flow).Enrolled().Gets(SignalKind.Replied, "sms", id: "evt_1").ThenWaits("r2").Gets(SignalKind.Replied, "sms", id: "evt_1").ThenWaits("r2");
    }

    [Fact]
    public void Given_a_reply_in_a_pause_Then_it_answers_one_wait_only() =>
        Given(Of(("r1", Reply("r2", "P1D")), ("r2", Reply(null, "P1D")))).Enrolled().Pauses().Replies().Resumes().ThenWaits("r2");

    [Fact]
    public void Given_an_input_that_means_nothing_Then_it_says_so_even_with_news_in_store()
    {
        var play = Given(Of(("w", Delay("P1D", "r")), ("r", Reply(null, "P1D")))).Enrolled().Replies();
        Assert.False(WorkflowMachine.Advance(play.Definition, play.Enrollment, new Input.TimerFired("enr_1/r/7"), play.Now).Changed);
    }

    [Fact]
    public void Given_one_event_that_is_two_kinds_of_signal_Then_both_count() =>
        Given(Of(("r", Reply("w", "P1D")), ("w", Condition(null)))).Enrolled().Gets(SignalKind.Replied, "sms", id: "evt_1").Truth(false).ThenWaits("w")
            .Gets(SignalKind.FactsChanged, id: "evt_1").ThenAsksFor("w");

    [Fact]
    public void Given_a_click_before_the_wait_Then_the_wait_finds_it() =>
        Given(Of(("a", Sms("l")), ("l", Link("b", "P1D")), ("b", Tag()))).Enrolled().Gets(SignalKind.Clicked, "lnk_1").Done().ThenAsksFor("b");

    [Fact]
    public void Given_news_that_no_step_could_ask_for_Then_it_is_not_kept()
    {
        var play = Given(Of(("a", Sms("w")), ("w", Delay("P1D", null)))).Enrolled();
        play.Replies().Gets(SignalKind.Clicked, "lnk_1").Gets(SignalKind.EmailEvent, "opened").Gets(SignalKind.InvoiceSettled, "paid").Gets(SignalKind.FactsChanged);
        Assert.Empty(play.Enrollment.Buffered);
    }

    [Fact]
    public void Given_more_replies_than_can_be_kept_Then_the_news_that_matters_most_is_not_pushed_out()
    {
        var play = Given(Of(("w", Before("-P1D", "a")), ("a", Sms("r")), ("r", Reply(null, "P1D")))).Enrolled().Moment("2026-06-03T13:00:00Z").Pauses().Gets(SignalKind.AppointmentMoved);
        for (var i = 0; i < 40; i++) play.Replies();
        play.Resumes().ThenAsksFor("w").ThenLast("w restarted appointment.rescheduled");
    }

    [Fact]
    public void Given_a_paid_invoice_Then_a_reschedule_does_not_make_it_unpaid() =>
        Given(Of(("w", Before("-P1D", "a")), ("a", Sms("i")), ("i", Invoice("late", null, "paid")), ("late", Sms()), ("paid", Tag())))
            .Enrolled().Moment("2026-06-02T13:00:00Z").Gets(SignalKind.InvoiceSettled, "paid").Gets(SignalKind.AppointmentMoved).Done()
            .ThenAsksFor("w").Moment("2026-06-02T13:00:00Z").Done().ThenAsksFor("paid");
}
