using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>STOP, START and HELP: obeyed at once, answered once, and nothing else goes to somebody who said STOP.</summary>
public abstract class CourtesySpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Fact]
    public async Task STOP_is_confirmed_by_one_text_and_a_second_STOP_by_none()
    {
        var ada = await Clinic.Person();
        foreach (var word in new[] { "STOP", "Stop!", "stop all" })
        {
            await Clinic.Reply(ada, word);
            await Clinic.Pass("PT1H");
        }
        await Clinic.Sweep();
        var answer = Assert.Single(Clinic.Post.Sent);
        Assert.Equal(("stop", "care", "Lumina: you will get no more texts from us. Reply START to get them again."), (answer.About, answer.Purpose, answer.Text));
        Assert.Equal(MessageStatus.Sent, Assert.Single(await Clinic.Messages(), m => m.Direction is Direction.Out).Status);
    }

    [Fact]
    public async Task START_lifts_it_is_answered_once_and_both_stand_in_the_ledger_of_consents_with_their_proof()
    {
        var ada = await Clinic.Person();
        var stop = await Clinic.Reply(ada, "STOP");
        await Clinic.Pass("PT1M");
        var start = await Clinic.Reply(ada, "START");
        await Clinic.Pass("PT1M");
        await Clinic.Reply(ada, "START");
        await Clinic.Quiet();
        Assert.Equal(["stop", "start"], Clinic.Courtesies());
        var contact = (await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body;
        Assert.Empty(contact.Dnd);
        Assert.Equal([("sms", "all", false, "stop", stop), ("sms", "all", true, "start", start)], contact.Consents.Where(c => c.Purpose == "all").Select(c => (c.Channel, c.Purpose, c.Granted, c.Source, c.Proof!)));
    }

    [Fact]
    public async Task YES_is_START_only_where_no_question_is_open()
    {
        await Clinic.Publish(new Flow("form.submitted", Email("ask", "Reply YES to confirm"), ForReply("wait", null, "P3D", null), Email("met")));
        var ada = await Clinic.Person();
        await Clinic.Reply(ada, "STOP");
        await Clinic.Form(ada);
        await Clinic.Pass("PT1M");
        await Clinic.Reply(ada, "YES");
        await Clinic.Pass("PT1M");
        Assert.Equal(["ask", "met"], Clinic.Sent());
        Assert.Single((await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body.Dnd);
        await Clinic.Reply(ada, "YES");
        await Clinic.Quiet();
        Assert.Empty((await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body.Dnd);
    }

    [Fact]
    public async Task A_sentence_that_means_STOP_is_obeyed_at_once_and_a_person_looks_at_it()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("day", "P1D"), Text("text")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada, "Hi, could you please stop texting me about this?");
        await Clinic.Pass("P1D");
        Assert.Empty(Clinic.Sent());
        Assert.Equal(["stop"], Clinic.Courtesies());
        var task = Assert.Single((await Clinic.Store.List(Kinds.Task, Clinic.Id, new(10))).Items).Body;
        Assert.Equal((ada, "Check an opt-out: the patient's words were read as “no more texts”"), (task.ContactId, task.Title));
    }

    [Fact]
    public async Task CANCEL_is_STOP_even_as_an_answer_and_a_person_learns_that_the_visit_may_be_meant()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ask", "Reply C to confirm."), ForReply("wait", "sms", "P3D", null), Email("told", "{{reply.intent}}")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada, "CANCEL");
        await Clinic.Quiet();
        Assert.Equal("stop", Clinic.Post.Sent.Single(m => m.StepId == "told").Text);
        Assert.Contains((await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body.Dnd, d => d is { Channel: "sms", Reason: "stop" });
        Assert.Contains("CANCEL", Assert.Single((await Clinic.Store.List(Kinds.Task, Clinic.Id, new(10))).Items).Body.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HELP_is_answered_once_in_a_day_and_not_at_all_after_STOP()
    {
        var (ada, bob) = (await Clinic.Person("Ada"), await Clinic.Person("Bob"));
        foreach (var word in new[] { "HELP", "info" }) await Clinic.Reply(ada, word);
        await Clinic.Reply(bob, "STOP");
        await Clinic.Pass("PT1M");
        await Clinic.Reply(bob, "HELP");
        await Clinic.Quiet();
        Assert.Equal("Lumina: for help call +12125550100. Reply STOP to opt out.", Assert.Single(Clinic.Post.Sent, m => m.ContactId == ada).Text);
        Assert.Equal(["stop"], Clinic.Post.Sent.Where(m => m.ContactId == bob).Select(m => m.About));
        await Clinic.Pass("P1D");
        await Clinic.Reply(ada, "HELP");
        await Clinic.Quiet();
        Assert.Equal(2, Clinic.Post.Sent.Count(m => m.ContactId == ada));
    }

    [Fact]
    public async Task What_the_carrier_answers_we_do_not()
    {
        var ada = await Clinic.Person();
        foreach (var word in new[] { "stop", "start", "help" })
            await Clinic.Happens("message.received", ada, new { message = new { channel = "sms", body = word.ToUpperInvariant(), optOut = word } });
        await Clinic.Quiet();
        Assert.Empty(Clinic.Post.Sent);
    }

    [Fact]
    public async Task The_practice_chooses_the_words_or_none()
    {
        await Clinic.Change(p => p with { Courtesies = new(Stop: new(true, "{practice} will not text you again."), Start: new(On: false)) });
        var ada = await Clinic.Person();
        await Clinic.Reply(ada, "STOP");
        await Clinic.Pass("PT1M");
        await Clinic.Reply(ada, "START");
        await Clinic.Quiet();
        Assert.Equal(["Lumina will not text you again."], Clinic.Post.Sent.Select(m => m.Text));
    }

    [Fact]
    public async Task An_answer_that_could_not_be_given_is_given_by_the_sweep_and_once()
    {
        var away = true;
        Clinic.Post.Instead = _ => away ? new Outcome.Failed("provider.away", true) : null;
        await Clinic.Reply(await Clinic.Person(), "STOP");
        await Clinic.Quiet();
        Assert.Empty(Clinic.Post.Sent);
        away = false;
        await Clinic.Pass("PT2M");
        await Clinic.Sweep();
        await Clinic.Restart();
        await Clinic.Sweep();
        Assert.Equal(["stop"], Clinic.Courtesies());
    }

    [Fact]
    public async Task The_same_STOP_delivered_twice_is_answered_once()
    {
        var ada = await Clinic.Person();
        foreach (var _ in new[] { 1, 2 }) await Clinic.Reply(ada, "STOP", sourceId: "SM1");
        await Clinic.Quiet();
        await Clinic.Sweep();
        Assert.Equal(["stop"], Clinic.Courtesies());
    }

    [Fact]
    public async Task Who_wrote_STOP_is_told_nothing_of_an_earlier_START_that_could_not_be_answered()
    {
        var ada = await Clinic.Person();
        await Clinic.Reply(ada, "STOP");
        await Clinic.Quiet();
        var away = true;
        Clinic.Post.Instead = _ => away ? new Outcome.Failed("provider.away", true) : null;
        await Clinic.Pass("PT1M");
        await Clinic.Reply(ada, "START");
        await Clinic.Pass("PT1M");
        await Clinic.Reply(ada, "STOP");
        await Clinic.Quiet();
        away = false;
        await Clinic.Pass("PT2M");
        await Clinic.Sweep();
        Assert.Equal(["stop"], Clinic.Courtesies());
    }

    [Fact]
    public async Task A_second_STOP_stands_against_a_START_that_was_sent_before_it_and_came_after_it()
    {
        var ada = await Clinic.Person();
        await Clinic.Reply(ada, "STOP");
        await Clinic.Pass("PT5M");
        var between = Clinic.Now;
        await Clinic.Pass("PT5M");
        await Clinic.Reply(ada, "STOP");
        await Clinic.Quiet();
        await Clinic.Get<Runtime.Intake.EventIntake>().Accept(Clinic.Id,
            [new("late", "start", "message.received", between, System.Text.Json.JsonSerializer.SerializeToElement(new { message = new { channel = "sms", body = "START" } }), ada)]);
        await Clinic.Quiet();
        Assert.Contains((await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body.Dnd, d => d is { Channel: "sms", Reason: "stop" });
        Assert.Equal(["stop"], Clinic.Courtesies());
    }

    [Fact]
    public async Task A_yes_to_somebody_does_not_lift_what_the_team_stopped_and_STOP_stands_beside_what_a_network_found()
    {
        var ada = await Clinic.Person(but: c => c with { Dnd = [new("sms", "staff", c.CreatedAt)] });
        await Clinic.Reply(ada, "Yes");
        await Clinic.Quiet();
        Assert.Equal("staff", Assert.Single((await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body.Dnd).Reason);

        var bob = await Clinic.Person("Bob", c => c with { Dnd = [new("sms", "unreachable", c.CreatedAt)] });
        var stop = await Clinic.Reply(bob, "STOP");
        await Clinic.Quiet();
        var contact = (await Clinic.Store.Find(Kinds.Contact, Clinic.Id, bob))!.Body;
        Assert.Equal("stop", Assert.Single(contact.Dnd).Reason);
        Assert.Contains(contact.Consents, c => c.Proof == stop && !c.Granted);
    }
}
