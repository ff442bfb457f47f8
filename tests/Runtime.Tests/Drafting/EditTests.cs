using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Runtime.Tests.Drafting;

/// <summary>A draft is changed as a person asks, and only there.</summary>
public sealed class EditTests
{
    static readonly JsonElement draft = JsonDocument.Parse("""
        {
          "schemaVersion": 1, "settings": { "reentry": "once" },
          "triggers": [ { "id": "t1", "type": "form.submitted", "name": "Form", "filters": { "all": [ { "field": "form.id", "op": "is", "value": "consultation" } ] } } ],
          "start": "s1",
          "steps": {
            "s1": { "type": "email.send", "name": "Hello", "config": { "purpose": "care", "subject": "Old", "body": "Hi" }, "next": "s2" },
            "s2": { "type": "wait.delay", "name": "Wait 1 day", "config": { "for": "P1D" }, "next": "s3" },
            "s3": { "type": "task.add", "name": "Call", "config": { "title": "Call them", "due": "P1D" }, "next": "s4" },
            "s4": { "type": "goal", "name": "Booked", "config": { "events": [ { "type": "appointment.booked", "filters": { "all": [] } } ] }, "next": null }
          },
          "layout": { "s1": { "x": 1 } }, "notes": [ { "text": "mine" } ]
        }
        """).RootElement;

    const string On = "on form.submitted; form.id is consultation";

    [Theory]
    [InlineData("add a text after the email", "email.send subject=Old", "sms.send purpose=care", "wait.delay for=P1D", "task.add", "goal appointment.booked")]
    [InlineData("wait two days instead of one", "email.send", "wait.delay for=P2D", "task.add", "goal appointment.booked")]
    [InlineData("change the wait to 3 hours", "email.send", "wait.delay for=PT3H", "task.add", "goal appointment.booked")]
    [InlineData("change the wait from 24 hours to 2 weeks", "email.send", "wait.delay for=P14D", "task.add", "goal appointment.booked")]
    [InlineData("remove the task", "email.send", "wait.delay for=P1D", "goal appointment.booked")]
    [InlineData("delete the email", "wait.delay for=P1D", "task.add", "goal appointment.booked")]
    [InlineData("change the subject to \"Welcome to us\"", "email.send subject=Welcome to us", "wait.delay", "task.add", "goal appointment.booked")]
    [InlineData("change the subject of the email to We miss you", "email.send subject=We miss you", "wait.delay", "task.add", "goal appointment.booked")]
    [InlineData("change the email to say \"Hello you\"", "email.send body=Hello you", "wait.delay", "task.add", "goal appointment.booked")]
    [InlineData("add a wait of 2 hours before the task", "email.send", "wait.delay for=P1D", "wait.delay for=PT2H", "task.add", "goal appointment.booked")]
    [InlineData("notify Nora at the end", "email.send", "wait.delay", "task.add", "team.notify userId=usr_nora", "goal appointment.booked")]
    [InlineData("then wait 3 days and text them", "email.send", "wait.delay for=P1D", "task.add", "wait.delay for=P3D", "sms.send", "goal appointment.booked")]
    [InlineData("turn off the task", "email.send", "wait.delay", "task.add enabled=false", "goal appointment.booked")]
    [InlineData("add the tag vip at the start", "contact.tag.add tags=vip", "email.send", "wait.delay", "task.add", "goal appointment.booked")]
    [InlineData("move the task before the email", "task.add", "email.send", "wait.delay for=P1D", "goal appointment.booked")]
    [InlineData("move the email to the end", "wait.delay for=P1D", "task.add", "email.send", "goal appointment.booked")]
    [InlineData("swap the email and the task", "task.add", "wait.delay for=P1D", "email.send", "goal appointment.booked")]
    [InlineData("add a 3 hour wait before the task", "email.send", "wait.delay for=P1D", "wait.delay for=PT3H", "task.add", "goal appointment.booked")]
    [InlineData("add a task for Nora to call at the end, due in 2 days", "email.send", "wait.delay for=P1D", "task.add", "task.add userId=usr_nora due=P2D", "goal appointment.booked")]
    [InlineData("make the first wait 4 hours", "email.send", "wait.delay for=PT4H", "task.add", "goal appointment.booked")]
    [InlineData("drop the email and move the task before the wait", "task.add", "wait.delay for=P1D", "goal appointment.booked")]
    public void A_change_is_made_where_it_was_asked(string prompt, params string[] expected) => Becomes(prompt, [On, .. expected]);

    [Fact]
    public void A_branch_is_added_with_what_follows_it() =>
        Becomes("add a branch if they have the tag vip, notify Nora, otherwise text them",
            [On, "email.send", "wait.delay", "task.add", "if contact.tags contains vip", "  team.notify userId=usr_nora", "else", "  sms.send", "goal appointment.booked"]);

    [Theory]
    [InlineData("only on weekdays")]
    [InlineData("Send texts only on weekdays between 9 and 5.")]
    [InlineData("Texts only between 9 and 5 on weekdays")]
    [InlineData("only message them on weekdays")]
    public void Hours_become_a_setting(string prompt)
    {
        var edited = Becomes(prompt, [On, "email.send", "wait.delay", "task.add", "goal appointment.booked"]);
        Assert.Equal(5, edited.GetProperty("settings").GetProperty("window").GetProperty("days").GetArrayLength());
        Assert.Equal("once", edited.GetProperty("settings").GetProperty("reentry").GetString());
    }

    [Fact]
    public void Hours_and_days_are_one_rule_in_two_parts()
    {
        var window = Becomes("only between 10am and 7pm and never on Sundays", [On, "email.send", "wait.delay", "task.add", "goal appointment.booked"]).GetProperty("settings").GetProperty("window");
        Assert.Equal(("10:00", "19:00", 6), (window.GetProperty("from").GetString(), window.GetProperty("to").GetString(), window.GetProperty("days").GetArrayLength()));
    }

    [Fact]
    public void What_it_means_is_the_step_spoken_of_last() =>
        Becomes("change the wait to 1 week and add a text after it", [On, "email.send", "wait.delay for=P7D", "sms.send", "task.add", "goal appointment.booked"]);

    [Fact]
    public void An_email_becomes_a_text_with_the_same_words() =>
        Becomes("change the email to a text", [On, "sms.send body=Hi", "wait.delay", "task.add", "goal appointment.booked"]);

    [Fact]
    public void A_trigger_is_changed_added_and_narrowed()
    {
        Becomes("start when a payment fails instead", ["on payment.received; payment.status is failed", "email.send", "wait.delay", "task.add", "goal appointment.booked"]);
        Becomes("change the trigger to when they cancel", ["on appointment.status.changed; appointment.status is cancelled", "email.send", "wait.delay", "task.add", "goal appointment.booked"]);
        Becomes("also start when a patient cancels", [On, "on appointment.status.changed; appointment.status is cancelled", "email.send", "wait.delay", "task.add", "goal appointment.booked"]);
        Becomes("only for patients tagged vip", [On + "; contact.tags contains vip", "email.send", "wait.delay", "task.add", "goal appointment.booked"]);
    }

    [Fact]
    public void It_is_never_published()
    {
        var edited = Lumina.Draft("publish it", draft);
        Assert.Equal(draft.GetRawText(), Normal(edited.Definition, draft));
        Assert.Contains(edited.Assumptions, line => line.Contains("never published", StringComparison.Ordinal));
        Assert.Empty(edited.Changes);
    }

    [Fact]
    public void What_is_not_understood_changes_nothing_and_is_said()
    {
        var edited = Lumina.Draft("make it sparkle like a unicorn", draft);
        Assert.Equal(draft.GetRawText(), Normal(edited.Definition, draft));
        Assert.Equal(["make it sparkle like a unicorn"], edited.NotUnderstood);
    }

    [Fact]
    public void What_would_take_the_place_of_a_step_is_said_and_the_rest_of_the_sentence_done()
    {
        var edited = Lumina.Draft("send the email to Nora instead and drop the task", draft);
        Assert.Equal(["send the email to Nora instead"], edited.NotUnderstood);
        Assert.Equal(["Removed “Call”."], edited.Changes);
    }

    [Fact]
    public void A_step_is_renamed_and_the_workflow_is_not()
    {
        Assert.Equal("Hello again", Lumina.Draft("rename the email to Hello again", draft).Definition.GetProperty("steps").GetProperty("s1").GetProperty("name").GetString());
        Assert.Equal("Ask to book", Lumina.Draft("rename the first email to Ask to book", draft).Definition.GetProperty("steps").GetProperty("s1").GetProperty("name").GetString());
        var edited = Lumina.Draft("rename it to Chaser", draft);
        Assert.Equal(draft.GetRawText(), Normal(edited.Definition, draft));
        Assert.Contains(edited.Assumptions, line => line.Contains("“Chaser”", StringComparison.Ordinal));
    }

    [Fact]
    public void The_second_of_two_is_the_second()
    {
        var two = Lumina.Draft("add a text after the email. Then wait 2 days and text them", draft).Definition;
        var texts = Outline.Of(Lumina.Draft("remove the second text", two).Definition).Select(line => line.Type).ToList();
        Assert.Equal(["email.send", "sms.send", "wait.delay", "task.add", "wait.delay", "goal appointment.booked"], texts.Skip(1));
    }

    [Fact]
    public void Layout_and_notes_stay()
    {
        var edited = Lumina.Draft("add a text after the email", draft).Definition;
        Assert.True(JsonElement.DeepEquals(draft.GetProperty("layout"), edited.GetProperty("layout")));
        Assert.Equal("mine", edited.GetProperty("notes")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Each_change_is_told()
    {
        var edited = Lumina.Draft("remove the task. Wait 2 days instead of 1. Add a text after the email.", draft);
        Assert.Equal(3, edited.Changes.Count);
        Assert.Contains("Removed “Call”.", edited.Changes);
    }

    static JsonElement Becomes(string prompt, string[] expected)
    {
        var edited = Lumina.Draft(prompt, draft);
        var lines = Outline.Of(edited.Definition);
        var told = $"{prompt}\n{string.Join('\n', lines)}\n--- not understood\n{string.Join('\n', edited.NotUnderstood)}\n--- changes\n{string.Join('\n', edited.Changes)}";
        Assert.True(lines.Count == expected.Length && expected.Zip(lines, Expected.Fits).All(fits => fits), told);
        Assert.NotEmpty(edited.Changes);
        Assert.Empty(edited.NotUnderstood);
        Assert.DoesNotContain(Linter.Check(edited.Definition, Lumina.Lint).Findings, finding => finding.Severity == Severity.Error);
        return edited.Definition;
    }

    /// <summary>The original's text when both say the same.</summary>
    static string Normal(JsonElement edited, JsonElement original) => JsonElement.DeepEquals(edited, original) ? original.GetRawText() : edited.GetRawText();
}
