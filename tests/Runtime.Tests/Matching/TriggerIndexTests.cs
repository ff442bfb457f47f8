using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Matching;

namespace AesthetixWorkflows.Runtime.Tests.Matching;

/// <summary>The index may only save work: whatever it answers, asking every trigger would answer too.</summary>
public sealed class TriggerIndexTests
{
    [Fact]
    public void It_finds_what_asking_every_trigger_finds()
    {
        string[] values = ["7", " Seven ", "seven", "2026-11-22", "", "vip"];
        string[] ops = ["is", "isNot", "contains", "empty"];
        string[] fields = ["form.id", "form.tags", "form.name"];
        var filters = (from f in fields from o in ops from v in values from second in fields select Row(f, o, v, second, "seven")).ToList();
        var workflows = filters.Select((filter, i) => ($"wf_{i}", 1, Workflow(filter))).ToList();
        var index = TriggerIndex.Build(workflows);

        foreach (var form in new[] { """{"id":"7"}""", """{"id":7}""", """{"id":"SEVEN","name":"seven"}""", """{"tags":["vip","Seven"],"id":"2026-11-22"}""", """{}""", """{"id":"2026-11-22T00:00:00Z","name":" seven"}""" })
        {
            var setting = new Setting(new JsonFacts(JsonElement.Parse($$"""{"form":{{form}}}""")), DateTimeOffset.UnixEpoch, "UTC");
            var all = workflows.Where((_, i) => CompiledCondition.Compile(filters[i]).Matches(setting)).Select(w => w.Item1).Order();
            Assert.Equal(all, index.Match("form.submitted", setting).Select(m => m.WorkflowId).Order());
        }
    }

    [Fact]
    public void A_workflow_is_started_once_however_many_of_its_triggers_match()
    {
        var workflow = Workflow(Condition.Always) with { Triggers = [Trigger("a", Condition.Always), Trigger("b", Condition.Always)] };
        var match = Assert.Single(TriggerIndex.Build([("wf_1", 1, workflow)]).Match("form.submitted", Nothing));
        Assert.Equal("a", match.Trigger.Id);
    }

    [Fact]
    public void Other_types_and_disabled_triggers_are_not_asked()
    {
        var off = Workflow(Condition.Always) with { Triggers = [Trigger("a", Condition.Always) with { Enabled = false }] };
        Assert.Empty(TriggerIndex.Build([("wf_1", 1, off), ("wf_2", 1, Workflow(Condition.Always))]).Match("survey.submitted", Nothing));
        Assert.Equal("wf_2", Assert.Single(TriggerIndex.Build([("wf_1", 1, off), ("wf_2", 1, Workflow(Condition.Always))]).Match("form.submitted", Nothing)).WorkflowId);
    }

    static readonly Setting Nothing = new(CombinedFacts.Empty, DateTimeOffset.UnixEpoch, "UTC");

    static Condition.All Row(string field, string op, string value, string second, string other) => new([
        new Condition.Test(field, op, JsonSerializer.SerializeToElement(value)), new Condition.Any([new Condition.Test(second, "is", JsonSerializer.SerializeToElement(other)), Condition.Always])]);

    static TriggerDefinition Trigger(string id, Condition filters) => new(id, "form.submitted", null, filters, default, null, true);

    static Definition Workflow(Condition filters) =>
        new(1, WorkflowSettings.Default, [Trigger("t", filters)], null, ImmutableDictionary<string, Step>.Empty);
}
