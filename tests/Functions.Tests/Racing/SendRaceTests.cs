using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Runtime.Subscribing;
using AesthetixWorkflows.Runtime.Sweeping;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Functions.Tests.Racing;

/// <summary>What changes in the moment in which a message goes.</summary>
public sealed class SendRaceTests
{
    static readonly Flow Short = new("form.submitted", Text("hello"));

    [Fact]
    public async Task A_STOP_that_is_obeyed_before_the_provider_is_called_keeps_the_text_back()
    {
        using var practice = await Practice.Open(Short);
        var run = await Enrolled(practice);
        var stop = await practice.Comes("message.received", new { message = new { channel = "sms", body = "STOP", from = "+12125550001" } }, "twilio");
        practice.One.BeforeWriting(set => set.Changes.OfType<Change.Claim>().Any(), () => practice.Other.Route(stop));
        await practice.One.Turn(run);
        await practice.Settle();
        Assert.Empty(practice.Sent);
        Assert.Equal("consent.dnd.sms", Assert.Single(await Log(practice, run), line => line.What is Happened.Skipped).Code);
        Assert.Equal((MessageStatus.Failed, "consent.dnd.sms"), Assert.Single((await practice.Store.List(Kinds.Message, Practice.Id, new())).Items, m => m.Body.StepId == "hello").Body is var m ? (m.Status, m.Code) : default);
    }

    [Theory]
    [InlineData("care", 1)]
    [InlineData("marketing", 0)]
    public async Task Who_leaves_the_mailing_in_that_moment_gets_no_more_of_it(string purpose, int sent)
    {
        using var practice = await Practice.Open(new Flow("form.submitted", Email("news", purpose: purpose)));
        var run = await Enrolled(practice);
        practice.One.BeforeWriting(set => set.Changes.OfType<Change.Claim>().Any(),
            () => practice.Other.Get<Subscriptions>().Change(new(Practice.Id, Practice.Ada, "msg_1"), SubscriptionWish.NoMarketing, "page", CancellationToken.None));
        await practice.One.Turn(run);
        Assert.Equal(sent, practice.Sent.Count());
    }

    [Fact]
    public async Task A_contact_deleted_before_the_provider_is_called_gets_nothing()
    {
        using var practice = await Practice.Open(Short);
        var run = await Enrolled(practice);
        practice.One.BeforeWriting(set => set.Changes.OfType<Change.Claim>().Any(), () => practice.Keep(new ChangeSet(Practice.Id).Delete(Kinds.Contact, Practice.Ada)));
        await practice.One.Turn(run);
        Assert.Empty(practice.Sent);
    }

    [Fact]
    public async Task What_rested_twice_while_sending_was_paused_is_woken_twice()
    {
        using var practice = await Practice.Open(Short);
        var run = await Enrolled(practice);
        for (var times = 0; times < 2; times++)
        {
            await Pause(practice, true);
            await practice.One.Turn(run);
            await Pause(practice, false);
            practice.Clock.Advance(TimeSpan.FromMinutes(1));
            await practice.One.Get<PausedSends>().Release(Practice.Id, CancellationToken.None);
        }
        await practice.Settle();
        Assert.Equal(["hello"], practice.Sent);
    }

    [Theory]
    [InlineData(Operation.RunNow)]
    [InlineData(Operation.Skip)]
    public async Task Clicked_twice_only_the_step_that_was_meant_is_passed(Operation operation)
    {
        using var practice = await Practice.Open(new Flow("form.submitted", Delay("first", "P1D"), Text("one"), Delay("second", "P30D"), Text("two")));
        var run = await Enrolled(practice);
        await practice.One.Turn(run);
        var by = new Runtime.Auditing.Actor(Practice.Id, "Nora", practice.Now);
        foreach (var worker in new[] { practice.One, practice.Other }) await worker.Get<Operator>().Send(by, run, operation, null, null);
        await practice.Settle();
        Assert.Equal(["one"], practice.Sent);
        Assert.Equal("second", (await practice.Only()).StepId);
    }

    [Fact]
    public async Task A_skip_that_comes_while_the_message_goes_skips_nothing_else()
    {
        using var practice = await Practice.Open(new Flow("form.submitted", Text("one"), Delay("later", "P30D"), Text("two")));
        var run = await Enrolled(practice);
        practice.Post.Meanwhile = _ => practice.Other.Get<Operator>().Send(new(Practice.Id, "Nora", practice.Now), run, Operation.Skip, null, null);
        await practice.One.Turn(run);
        practice.Post.Meanwhile = _ => Task.CompletedTask;
        await practice.Settle();
        Assert.Equal(["one"], practice.Sent);
        Assert.Equal("later", (await practice.Only()).StepId);
    }

    [Fact]
    public async Task Once_per_contact_holds_although_the_first_is_through_before_the_second_is_written()
    {
        using var practice = await Practice.Open(new Flow("form.submitted", Text("hello")) { Settings = new() { ["reentry"] = "once" } });
        var (first, second) = (await Form(practice), await Form(practice));
        practice.One.BeforeWriting(set => set.Changes.OfType<Change.Enroll>().Any(), async () =>
        {
            await practice.Other.Route(first);
            await practice.Other.Turn((await practice.Only()).Id);
        });
        Assert.Equal("refused:entry.once", await practice.One.Route(second));
        await practice.Settle();
        Assert.Equal(["hello"], practice.Sent);
    }

    [Fact]
    public async Task One_event_that_two_workers_route_at_once_enrolls_once()
    {
        using var practice = await Practice.Open(new Flow("form.submitted", Text("hello")) { Settings = new() { ["reentry"] = "always" } });
        var form = await Form(practice);
        practice.One.BeforeWriting(_ => true, async () =>
        {
            await practice.Other.Route(form);
            await practice.Other.Turn((await practice.Only()).Id);
        });
        await practice.One.Route(form);
        await practice.Settle();
        Assert.Equal(["hello"], practice.Sent);
    }

    [Theory]
    [InlineData(Operation.Stop)]
    [InlineData(Operation.Pause)]
    public async Task What_went_is_known_to_have_gone_although_another_worker_wrote_the_enrollment_meanwhile(Operation operation)
    {
        using var practice = await Practice.Open(new Flow("form.submitted", Text("hello"), Delay("later", "P1D")));
        var run = await Enrolled(practice);
        practice.Post.Meanwhile = async _ =>
        {
            practice.Post.Meanwhile = _ => Task.CompletedTask;
            await practice.Other.Get<Operator>().Send(new(Practice.Id, "Nora", practice.Now), run, operation, null, null);
            // It stops there: on its own it would take the text for one that nobody knows of.
            practice.Other.BeforeReading(Kinds.Message.Name, () => throw new InvalidOperationException("Carried by two."));
            await practice.Other.Turn(run);
        };
        await practice.One.Turn(run);
        if (operation is Operation.Pause) await practice.Other.Get<Operator>().Send(new(Practice.Id, "Nora", practice.Now), run, Operation.Resume, null, null);
        await practice.Settle();
        Assert.Equal(["hello"], practice.Sent);
        Assert.Equal(MessageStatus.Sent, Assert.Single((await practice.Store.List(Kinds.Message, Practice.Id, new())).Items).Body.Status);
        Assert.IsType<Outcome.Done>((await practice.Store.FindLedger(Practice.Id, $"{run}/hello/1"))!.Outcome);
        if (operation is Operation.Pause) Assert.Equal("later", (await practice.Only()).StepId);
    }

    static Task<string> Form(Practice practice) => practice.Comes("form.submitted", new { form = new { id = "consultation" } }, "web");

    static async Task<string> Enrolled(Practice practice)
    {
        await practice.One.Route(await Form(practice));
        return (await practice.Only()).Id;
    }

    static async Task Pause(Practice practice, bool paused)
    {
        var known = (await practice.Store.Find(Kinds.Practice, Practice.Id, Practice.Id))!;
        await practice.Keep(new ChangeSet(Practice.Id).Put(Kinds.Practice, Practice.Id, known.Body with { SendingPaused = paused }, known.Revision));
    }

    static async Task<IEnumerable<LogEntry>> Log(Practice practice, string run) => (await practice.Store.LogOf(Practice.Id, run)).Select(line => line.Entry);
}
