using System.Text.Json;
using AesthetixWorkflows.Catalogue.Referring;

namespace AesthetixWorkflows.Catalogue.Tests.Referring;

public sealed class RecordUsesTests
{
    static readonly RecordUses Uses = new(Builtin.Catalogue());

    static IEnumerable<string> In(string definition)
    {
        using var json = JsonDocument.Parse(definition);
        return Uses.In(json.RootElement).Select(use => $"{use.Kind} {use.Id}{(use.Within is null ? "" : $" of {use.Within}")} at {use.Pointer}");
    }

    static IEnumerable<string> Step(string step) => In($$"""{ "steps": { "a": {{step}} } }""");
    static IEnumerable<string> Trigger(string trigger) => In($$"""{ "triggers": [{{trigger}}] }""");

    [Theory]
    [InlineData("""{ "type": "contact.tag.add", "config": { "tags": ["vip", "{{form.id}}"] } }""", "tag vip at /steps/a/config/tags/0")]
    [InlineData("""{ "type": "task.add", "config": { "title": "x", "userId": "usr_1" } }""", "user usr_1 at /steps/a/config/userId")]
    [InlineData("""{ "type": "sms.send", "config": { "templateId": "tpl_1" } }""", "template tpl_1 at /steps/a/config/templateId")]
    [InlineData("""{ "type": "appointment.book", "config": { "calendarId": "cal_1" } }""", "calendar cal_1 at /steps/a/config/calendarId")]
    [InlineData("""{ "type": "workflow.add", "config": { "workflowId": "wf_1" } }""", "workflow wf_1 at /steps/a/config/workflowId")]
    [InlineData("""{ "type": "wait.link", "config": { "linkId": "lnk_1" } }""", "link lnk_1 at /steps/a/config/linkId")]
    [InlineData("""{ "type": "contact.update", "config": { "fields": { "fields.skin/type": "dry", "city": "Bath" } } }""", "field skin/type at /steps/a/config/fields/fields.skin~1type")]
    [InlineData("""{ "type": "value.set", "config": { "to": "custom", "customValue": "offer", "field": "city" } }""", "value offer at /steps/a/config/customValue")]
    [InlineData("""{ "type": "sms.send", "config": { "body": "{{contact.fields.skin}} {{custom.offer | default: \"\"}} {{link.booking}} {{link.url}}" } }""",
        "field skin at /steps/a/config/body", "value offer at /steps/a/config/body", "link booking at /steps/a/config/body")]
    [InlineData("""{ "type": "sms.send", "config": { "body": "{{#if custom.offer}}{{#each contact.fields.areas}}{{this}}{{/each}}{{else}}{{link.booking}}{{/if}}" } }""",
        "value offer at /steps/a/config/body", "field areas at /steps/a/config/body", "link booking at /steps/a/config/body")]
    [InlineData("""{ "type": "opportunity.create", "config": { "pipelineId": "pipe_1", "stageId": "new" } }""",
        "pipeline pipe_1 at /steps/a/config/pipelineId", "stage new of pipe_1 at /steps/a/config/stageId")]
    [InlineData("""{ "type": "if", "branches": [{ "id": "b", "when": { "any": [{ "field": "contact.tags", "op": "contains", "value": "vip" }, { "all": [{ "field": "contact.fields.skin", "op": "is", "value": "dry" }] }] } }] }""",
        "tag vip at /steps/a/branches/0/when/any/0/value", "field skin at /steps/a/branches/0/when/any/1/all/0/field")]
    [InlineData("""{ "type": "wait.condition", "config": { "when": { "all": [{ "field": "{{contact.assignedTo}}", "op": "anyOf", "value": ["usr_1", "usr_2"] }] } } }""",
        "user usr_1 at /steps/a/config/when/all/0/value/0", "user usr_2 at /steps/a/config/when/all/0/value/1")]
    [InlineData("""{ "type": "goal", "config": { "events": [{ "type": "form.submitted", "filters": { "all": [{ "field": "form.id", "op": "is", "value": "consult" }] } }] } }""",
        "form consult at /steps/a/config/events/0/filters/all/0/value")]
    [InlineData("""{ "type": "note.add", "config": { "text": "plain" } }""")]
    [InlineData("""{ "type": "unknown.action", "config": { "tags": ["vip"] } }""")]
    public void A_step_names_what_its_form_says_it_does(string step, params string[] expected) => Assert.Equal(expected, Step(step));

    [Theory]
    [InlineData("""{ "id": "t", "type": "contact.tag.added", "filters": { "all": [{ "field": "tag.name", "op": "is", "value": "vip" }] } }""", "tag vip at /triggers/0/filters/all/0/value")]
    [InlineData("""{ "id": "t", "type": "opportunity.stage.changed", "filters": { "all": [{ "field": "opportunity.pipelineId", "op": "is", "value": "pipe_1" }, { "field": "opportunity.stageId", "op": "is", "value": "won" }] } }""",
        "pipeline pipe_1 at /triggers/0/filters/all/0/value", "stage won of pipe_1 at /triggers/0/filters/all/1/value")]
    [InlineData("""{ "id": "t", "type": "appointment.booked", "filters": { "all": [{ "field": "appointment.calendarId", "op": "is", "value": "cal_1" }] } }""", "calendar cal_1 at /triggers/0/filters/all/0/value")]
    public void A_trigger_names_what_its_filters_hold(string trigger, params string[] expected) => Assert.Equal(expected, Trigger(trigger));

    [Fact]
    public void The_sender_may_name_a_value() =>
        Assert.Equal(["value brand at /settings/sender/name"], In("""{ "settings": { "sender": { "name": "{{custom.brand}}" } } }"""));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{ "triggers": 1, "steps": [], "settings": null }""")]
    [InlineData("""{ "triggers": [1, {}], "steps": { "a": 1, "b": { "type": 1 }, "c": { "type": "if", "branches": [1] }, "d": { "type": "goal", "config": { "events": [null] } } } }""")]
    public void Whatever_was_typed_is_read_without_a_fault(string definition) => Assert.Empty(In(definition));

    /// <summary>A descriptor that names a kind nobody knows would make a reference that nobody finds.</summary>
    [Fact]
    public void Every_reference_of_a_descriptor_is_a_known_kind_or_no_record()
    {
        string[] noRecords = ["contactField", "customField", "customValue", "step", "window", "events", "field", "invoice"];
        var catalogue = Builtin.Catalogue();
        var named = catalogue.Actions.Values.SelectMany(action => action.Descriptor.Config).Select(field => field.Of)
            .Concat(catalogue.Triggers.Values.SelectMany(trigger => trigger.Config).Select(field => field.Of))
            .Concat(catalogue.Triggers.Values.SelectMany(trigger => trigger.Filters).Select(filter => filter.Of)).OfType<string>().Distinct();
        Assert.Empty(named.Except(UseKinds.All).Except(noRecords));
    }
}
