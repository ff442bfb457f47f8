using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Narrating;

namespace AesthetixWorkflows.Local.Tests.Triggers;

public sealed class NarratorTests : TriggerTests
{
    [Theory]
    [InlineData("form.submitted", "{}", null, "Form submitted.")]
    [InlineData("contact.birthday", """{"when":"before","days":7,"at":"09:00"}""", null, "Birthday, 7 days before at 09:00.")]
    [InlineData("contact.birthday", """{"when":"on"}""", """{"field":"birthday.month","op":"is","value":6}""", "Birthday, on the day at 08:00, when Month is 6.")]
    [InlineData("contact.date", """{"field":"expires","when":"after","days":1,"yearly":true}""", null, "Date of a contact, expires: 1 day after at 08:00 every year.")]
    [InlineData("opportunity.stale", """{"days":14}""", null, "Stale opportunity, 14 days without change at 08:00.")]
    [InlineData("task.due", """{"when":"soon"}""", null, "Task reminder, at a time that is not set.")]
    [InlineData("schedule.due", """{"name":"x","every":"week","days":["fri","mon"],"at":"09:30"}""", null, "Scheduler, every Monday, Friday at 09:30.")]
    [InlineData("schedule.due", """{"name":"x","every":"month","dayOfMonth":1,"at":"10:00","skipWeekends":true}""", null, "Scheduler, on day 1 of every month at 10:00, not at weekends.")]
    [InlineData("appointment.status.changed", "{}", """{"all":[{"field":"appointment.status","op":"anyOf","value":["noshow","cancelled"]},{"field":"appointment.userId","op":"is","value":"usr_1"}]}""",
        "Appointment status changed, when Status is any of No-show, Cancelled and With is Dr. Moss.")]
    [InlineData("opportunity.stage.changed", "{}", """{"any":[{"field":"opportunity.stageId","op":"is","value":"won"},{"field":"contact.tags","op":"notContains","value":"vip"}]}""",
        "Pipeline stage changed, when Stage is Sold or Contact's tags does not contain vip.")]
    [InlineData("invoice.changed", "{}", """{"field":"invoice.status","op":"is","value":"overdue"}""", "Invoice, when Status is Overdue.")]
    public async Task A_trigger_is_one_sentence(string type, string config, string? filters, string sentence)
    {
        await Here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.User, "usr_1", new User("Dr. Moss", null, null, "provider"), 0)
            .Put(Kinds.Pipeline, "p1", new Pipeline("Sales", [new("new", "New"), new("won", "Sold")]), 0));
        var told = await Tell($$"""{ "triggers": [{ "id": "t1", "type": "{{type}}", "config": {{config}}, "filters": {{filters ?? """{"all":[]}"""}} }], "start": null, "steps": {} }""");
        Assert.Equal([sentence], told.Triggers.Select(trigger => trigger.Sentence));
    }

    [Fact]
    public async Task Every_trigger_of_the_catalogue_has_a_sentence()
    {
        foreach (var type in Here.Catalogue.Triggers.Keys)
        {
            var told = await Tell($$"""{ "triggers": [{ "id": "t1", "type": "{{type}}", "enabled": false }], "start": null, "steps": {} }""");
            Assert.StartsWith($"Switched off: {Here.Catalogue.Triggers[type].Label}", Assert.Single(told.Triggers).Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Branches_waits_and_goals_are_told_too()
    {
        var told = await Tell("""
            { "triggers": [], "start": "ask", "steps": {
              "ask": { "type": "if", "branches": [ { "id": "b1", "when": { "field": "appointment.status", "op": "is", "value": "noshow" }, "next": "wait" } ], "none": { "next": null } },
              "wait": { "type": "wait.condition", "config": { "when": { "field": "contact.tags", "op": "contains", "value": "booked" }, "timeout": "P1D" }, "next": "paid" },
              "paid": { "type": "goal", "config": { "events": [ { "type": "invoice.changed", "filters": { "field": "invoice.status", "op": "is", "value": "paid" } } ] }, "next": null } } }
            """);
        Assert.Equal([("ask", "b1", "Status is No-show."), ("paid", null, "Invoice, when Status is Paid."), ("wait", null, "Contact's tags contains booked.")],
            told.Questions.Select(question => (question.StepId, question.BranchId, question.Sentence)));
    }

    async Task<NarratedWorkflow> Tell(string json)
    {
        var (definition, findings) = DefinitionReader.Read(JsonDocument.Parse(json).RootElement);
        Assert.True(definition is not null, string.Join('\n', findings));
        return await new Narrator(Here.Store, Here.Catalogue).Tell(Reception.Practice, definition);
    }
}
