using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>The contact triggers of the goal table, row by row.</summary>
public sealed class ContactTriggerTests : TriggerTests
{
    static readonly Func<Contact, Contact> Vip = c => c with
    {
        Tags = ["vip"], Type = "patient", Source = "import", AssignedTo = "usr_1", Score = 40, Dnd = [new("sms", "staff", DateTimeOffset.UnixEpoch)],
        Fields = c.Fields.Add("skin", JsonSerializer.SerializeToElement("dry")),
    };

    [Theory]
    [InlineData("contact.tags", "contains", "vip")]
    [InlineData("contact.tags", "notContains", "lead")]
    [InlineData("contact.fields.skin", "is", "dry")]
    [InlineData("contact.source", "is", "import")]
    public Task Contact_created_filters_by_tag_missing_tag_custom_field_and_source(string field, string op, string value) => Parts("contact.created", field, op, value, new { }, Vip);

    [Theory]
    [InlineData("change.fields", "contains", "type")]
    [InlineData("change.after.type", "is", "patient")]
    [InlineData("change.before.type", "is", "lead")]
    [InlineData("contact.tags", "contains", "vip")]
    [InlineData("contact.type", "is", "patient")]
    [InlineData("contact.assignedTo", "is", "usr_1")]
    [InlineData("contact.dnd", "contains", "sms")]
    [InlineData("contact.fields.skin", "is", "dry")]
    public Task Contact_changed_filters_by_what_changed_to_what_and_by_the_contact(string field, string op, string value) =>
        Parts("contact.changed", field, op, value, new { change = new { fields = new[] { "type" }, before = new { type = "lead" }, after = new { type = "patient" } } }, Vip);

    [Theory]
    [InlineData("contact.tag.added", "tag.name", "is", "vip")]
    [InlineData("contact.tag.removed", "tag.name", "anyOf", "vip")]
    [InlineData("contact.tag.added", "contact.tags", "notContains", "lead")]
    public Task Contact_tag_filters_by_the_tag_and_by_other_tags(string type, string field, string op, string value) =>
        Parts(type, field, op, op == "anyOf" ? new[] { value, "x" } : value, new { tag = new { name = "vip" } }, Vip);

    [Theory]
    [InlineData("dnd.enabled", true)]
    [InlineData("dnd.channel", "sms")]
    public Task Contact_dnd_filters_by_on_or_off_and_channel(string field, object value) => Parts("contact.dnd.changed", field, "is", value, new { dnd = new { channel = "sms", enabled = true } });

    [Theory]
    [InlineData("note.added", "contact.tags", "contains", "vip")]
    [InlineData("note.changed", "contact.tags", "notContains", "lead")]
    [InlineData("note.added", "note.body", "contains", "mornings")]
    [InlineData("note.changed", "note.authorId", "is", "Nora")]
    public Task Note_added_and_note_changed_filter_by_tag_and_words(string type, string field, string op, string value) =>
        Parts(type, field, op, value, new { note = new { id = "note_1", body = "Likes mornings", authorId = "Nora" } }, Vip);

    [Theory]
    [InlineData("task.added", "task.assignedTo", "is", "usr_1")]
    [InlineData("task.completed", "task.assignedTo", "isNot", "usr_2")]
    [InlineData("task.completed", "task.kind", "is", "task")]
    [InlineData("task.completed", "task.result", "is", "reached")]
    public async Task Task_added_and_task_completed_filter_by_whose_it_is(string type, string field, string op, string value)
    {
        await Here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Task, "tsk_open", new WorkTask { Title = "Call", AssignedTo = "usr_1" }, 0));
        await Parts(type, field, op, value, new { task = new { id = type == "task.added" ? "T-1" : "tsk_open", title = "Call", assignedTo = "usr_1", result = "reached" } });
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("notEmpty")]
    public Task Task_completed_filters_by_nobody_and_anybody(string op) =>
        Parts("task.completed", "task.assignedTo", op, "", op == "empty" ? new { task = new { id = "x" } } : new { task = new { id = "x", assignedTo = "usr_1" } });

    [Theory]
    [InlineData("score.value", "gte", 40)]
    [InlineData("score.value", "is", 40)]
    [InlineData("score.value", "gt", 39)]
    [InlineData("score.value", "lt", 41)]
    [InlineData("score.before", "lte", 35)]
    [InlineData("contact.score", "is", 40)]
    public Task Contact_engagement_score_filters_by_number(string field, string op, int value) => Parts("contact.score.changed", field, op, value, new { score = new { value = 40, before = 35 } }, Vip);
}
