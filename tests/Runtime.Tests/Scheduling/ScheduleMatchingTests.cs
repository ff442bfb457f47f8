using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Scheduling;

namespace AesthetixWorkflows.Runtime.Tests.Scheduling;

public sealed class ScheduleMatchingTests
{
    static readonly DateTimeOffset at = new(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(-4));

    static readonly Definition definition = DefinitionReader.Read(JsonDocument.Parse("""
        { "triggers": [
            { "id": "t1", "type": "schedule.due", "config": { "name": "Morning", "every": "day", "at": "09:00" } },
            { "id": "t2", "type": "schedule.due", "config": { "name": "Evening", "every": "day", "at": "18:00" } },
            { "id": "t3", "type": "schedule.due", "config": { "name": "Never", "every": "day", "at": "18:00" },
              "filters": { "all": [ { "field": "schedule.name", "op": "is", "value": "Other" } ] } } ],
          "start": "a", "steps": { "a": { "type": "end" } } }
        """).RootElement).Definition!;

    static readonly TriggerIndex index = TriggerIndex.Build([("wf_1", 1, definition), ("wf_2", 1, definition)]);

    static IEnumerable<string> Started(IncomingEvent e) =>
        index.Match(e.Type, new Setting(FactLoader.Of("prac_1", new Practice { Name = "Lumina", TimeZone = "UTC" }, null,
            new PracticeEvent("evt_1", "prac_1", e.Source, e.SourceId, e.Type, e.At, null, e.Data)), at, "UTC")).Select(m => $"{m.WorkflowId}/{m.Trigger.Id}");

    static IncomingEvent Event(string workflowId, int trigger) => ScheduleEvent.Of(workflowId, definition.Triggers[trigger], at);

    [Theory]
    [InlineData("wf_1", 0, "wf_1/t1")]
    [InlineData("wf_1", 1, "wf_1/t2")]
    [InlineData("wf_2", 1, "wf_2/t2")]
    public void An_occurrence_starts_only_the_workflow_and_trigger_it_was_made_for(string workflowId, int trigger, string started) =>
        Assert.Equal([started], Started(Event(workflowId, trigger)));

    [Fact]
    public void Its_own_filter_still_holds() => Assert.Empty(Started(Event("wf_1", 2)));

    [Fact]
    public void A_schedule_event_that_names_nobody_starts_nothing() =>
        Assert.Empty(Started(Event("wf_1", 0) with { Data = JsonDocument.Parse("""{"schedule":{"name":"Morning"}}""").RootElement }));

    [Fact]
    public void The_event_carries_its_schedule_and_a_name_of_its_own()
    {
        var e = Event("wf_1", 0);
        Assert.Equal(("schedule", "wf_1/t1/2026-06-01T13:00:00Z", "schedule.due", at), (e.Source, e.SourceId, e.Type, e.At));
        Assert.Equal("""{"schedule":{"name":"Morning","workflowId":"wf_1","triggerId":"t1","at":"2026-06-01T13:00:00Z"}}""", e.Data.GetRawText());
    }
}
