using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>What a reply means, whose question it answers, and what later steps know of it.</summary>
public abstract class RepliesSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    const string Told = "{{reply.intent}} {{reply.number | default: \"-\"}} {{reply.channel}}";

    [Fact]
    public async Task Every_way_to_confirm_is_a_confirmation_and_later_steps_know_what_was_answered()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ask", "Reply C to confirm or R to reschedule."), ForReply("wait", "sms", "P3D", null), Email("told", Told)));
        string[] said = ["C", "c.", "1", "Yes!", "ok", "Y", "👍🏽", "\"confirm\"", "Confirmd", "R", "2", "Can we reschedule please", "no", "7", "What should I bring?"];
        var people = new List<string>();
        foreach (var _ in said) people.Add(await Clinic.Person());
        foreach (var person in people) await Clinic.Form(person);
        await Clinic.Quiet();
        foreach (var (person, words) in people.Zip(said)) await Clinic.Reply(person, words);
        await Clinic.Quiet();
        string Heard(string person) => Assert.Single(Clinic.Post.Sent, m => m.ContactId == person && m.StepId == "told").Text!;
        Assert.Equal(
            [
                "confirm - sms", "confirm - sms", "confirm 1 sms", "confirm - sms", "confirm - sms", "confirm - sms", "confirm - sms", "confirm - sms", "confirm - sms",
                "reschedule - sms", "reschedule 2 sms", "reschedule - sms", "decline - sms", "number 7 sms", "other - sms",
            ], people.Select(Heard));
    }

    [Fact]
    public async Task The_question_says_what_a_number_means()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ask", "How was it, from 1 to 5?"), ForReply("wait", "sms", "P3D", null), Email("told", Told)));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada, "2 I think");
        await Clinic.Quiet();
        Assert.Equal("number 2 sms", Clinic.Post.Sent.Single(m => m.StepId == "told").Text);
    }

    [Fact]
    public async Task The_words_of_a_reply_are_the_messages_and_the_enrollment_keeps_only_its_id()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ask"), ForReply("wait", null, "P3D", null), Delay("day", "P1D"), Email("told", "You wrote: {{reply.text}}")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada, "my knee is swollen");
        await Clinic.Quiet();
        var run = await Clinic.Only();
        Assert.DoesNotContain("swollen", System.Text.Json.JsonSerializer.Serialize(run, Shapes.Default.Enrollment), StringComparison.Ordinal);
        Assert.Equal("my knee is swollen", (await Clinic.Store.Find(Kinds.Message, Clinic.Id, run.Reply!.MessageId))!.Body.Text);
        await Clinic.Pass("P1D");
        Assert.Equal("You wrote: my knee is swollen", Clinic.Post.Sent.Single(m => m.StepId == "told").Text);
    }

    [Fact]
    public async Task Only_the_answers_that_are_waited_for_end_the_wait_and_anything_else_is_left_to_the_desk()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ask"), ForAnswer("wait", "P3D", null, "confirm", "reschedule"), Text("met")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada, "Where do I park?");
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("wait");
        Assert.True((await Clinic.Store.Find(Kinds.Conversation, Clinic.Id, ada))!.Body.Unread);
        await Clinic.Reply(ada, "ok");
        await Clinic.Quiet();
        Assert.Equal(["ask", "met"], Clinic.Sent());
    }

    [Fact]
    public async Task Nobody_answered_and_later_steps_know_that()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ask"), ForReply("first", null, "P1D", "again"), Text("again"), ForReply("second", null, "P1D", "if"),
            If("if", Where("reply.intent", "empty", null), "silent", "spoke"), Text("silent").To(null), Text("spoke")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada, "yes");
        await Clinic.Pass("PT1H");
        await Clinic.Pass("P1D");
        // What was answered to the first question is no answer to the second.
        Assert.Equal(["ask", "again", "silent"], Clinic.Sent());
    }

    [Fact]
    public async Task C5_a_reply_reaches_the_visit_that_asked_last_and_no_other()
    {
        await Clinic.Publish(new Flow("appointment.booked", Before("w", "-P1D"), Text("ask", "Reply C to confirm."), ForReply("wait", "sms", "PT20H", null), Text("met")));
        var (ada, noon) = (await Clinic.Person(), Clinic.Now.AddDays(3));
        await Clinic.Books(ada, "v1", noon);
        await Clinic.Books(ada, "v2", noon.AddHours(4));
        await Clinic.PassUntil(noon.AddDays(-1).AddMinutes(1));
        await Clinic.PassUntil(noon.AddDays(-1).AddHours(4).AddMinutes(1));
        Assert.Equal(["ask", "ask"], Clinic.Sent());
        await Clinic.Reply(ada, "C");
        await Clinic.Quiet();
        Assert.Equal((await Visit("v2"), "met"), (Answered().ScopeKey, Clinic.Sent().Last()));
        await Clinic.Reply(ada, "C");
        await Clinic.Quiet();
        Assert.Equal(["ask", "ask", "met", "met"], Clinic.Sent());

        Enrollment Answered() => Clinic.Enrollments(ada).Result.Single(e => e.Status is EnrollmentStatus.Completed);
    }

    [Fact]
    public async Task C5_visits_reminded_of_together_are_answered_the_nearer_first()
    {
        await Clinic.Publish(new Flow("appointment.booked", Text("ask", "Reply C to confirm."), ForReply("wait", "sms", "P2D", null), Text("met")));
        var ada = await Clinic.Person();
        await Clinic.Books(ada, "near", Clinic.Now.AddDays(3));
        await Clinic.Quiet();
        await Clinic.Books(ada, "far", Clinic.Now.AddDays(9));
        await Clinic.Quiet();
        await Clinic.Reply(ada, "C");
        await Clinic.Quiet();
        Assert.Equal(await Visit("near"), (await Clinic.Enrollments(ada)).Single(e => e.Status is EnrollmentStatus.Completed).ScopeKey);
    }

    [Fact]
    public async Task What_another_workflow_writes_in_between_takes_no_answer_away()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ask", "Reply C to confirm."), ForReply("wait", "sms", "P2D", null), Text("met")));
        await Clinic.Publish(new Flow("survey.submitted", Text("news", "We have new opening hours.")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Pass("PT1H");
        await Clinic.Happens("survey.submitted", ada, new { survey = new { id = "s" } });
        await Clinic.Pass("PT1H");
        await Clinic.Reply(ada, "C");
        await Clinic.Quiet();
        Assert.Equal(["ask", "news", "met"], Clinic.Sent());
    }

    [Fact]
    public async Task The_answer_to_one_workflow_leaves_the_question_of_another_open_and_goes_by_the_word_that_was_offered()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("visit", "Reply C to confirm."), ForReply("wait", "sms", "P2D", null), Text("confirmed")));
        await Clinic.Publish(new Flow("survey.submitted", Text("offer", "Interested? Reply YES to book or NO to decline."), ForReply("wait", "sms", "P2D", null), Text("booked")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Pass("PT1H");
        await Clinic.Happens("survey.submitted", ada, new { survey = new { id = "s" } });
        await Clinic.Pass("PT1H");
        await Clinic.Reply(ada, "C");
        await Clinic.Quiet();
        Assert.Equal(["visit", "offer", "confirmed"], Clinic.Sent());
        await Clinic.Reply(ada, "Yes");
        await Clinic.Quiet();
        Assert.Equal(["visit", "offer", "confirmed", "booked"], Clinic.Sent());
    }

    [Fact]
    public async Task A_workflow_may_start_with_what_a_message_says_and_with_what_it_answers()
    {
        var asks = await Clinic.Publish(new Flow("form.submitted", Text("ask", "Reply C to confirm."), ForReply("wait", "sms", "P2D", null)));
        await Clinic.Publish(new Flow("message.received", Email("confirms")) { Filters = Where("message.confirms", "is", "true") });
        await Clinic.Publish(new Flow("message.received", Email("declines")) { Filters = Where("message.intent", "is", "no") });
        await Clinic.Publish(new Flow("message.received", Email("toAsk")) { Filters = Where("message.repliedToWorkflowId", "is", asks) });
        var (ada, bob) = (await Clinic.Person("Ada"), await Clinic.Person("Bob"));
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada, "ok");
        await Clinic.Reply(bob, "yes");
        await Clinic.Reply(bob, "no thanks");
        await Clinic.Quiet();
        Assert.Equal(["confirms", "toAsk"], Clinic.Post.Sent.Where(m => m.ContactId == ada && m.StepId != "ask").Select(m => m.StepId).Order());
        Assert.Equal(["declines"], Clinic.Post.Sent.Where(m => m.ContactId == bob).Select(m => m.StepId));
    }

    [Fact]
    public async Task A_guardian_is_written_to_and_answers_for_the_child()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ask", "{{contact.firstName}}: reply C to confirm."), ForReply("wait", "sms", "P2D", null), Text("met")));
        var mother = await Clinic.Person("Ada");
        var child = await Clinic.Person("Bea", c => c with { Phone = null, Email = null, GuardianId = mother });
        await Clinic.Form(child);
        await Clinic.Quiet();
        var asked = Assert.Single(Clinic.Post.Sent);
        Assert.Equal((child, (await Clinic.Store.Find(Kinds.Contact, Clinic.Id, mother))!.Body.Phone, "Bea: reply C to confirm."), (asked.ContactId, asked.To, asked.Text));
        await Clinic.Reply(mother, "C");
        await Clinic.Quiet();
        Assert.Equal(["ask", "met"], Clinic.Sent());
    }

    async Task<string> Visit(string externalId) => $"appointment:{(await Clinic.Store.FindBy(Kinds.Appointment, Clinic.Id, "external", externalId))!.Id}";
}
