using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Scheduling.Days;
using AesthetixWorkflows.Runtime.Simulating;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Local.Tests.Triggers;

public sealed class SimulatedTriggerTests : TriggerTests
{
    [Fact]
    public async Task Every_trigger_can_be_tried_out()
    {
        foreach (var trigger in Here.Catalogue.Triggers.Values.Where(trigger => trigger.Type != "schedule.due"))
            Assert.Single((await Try(trigger.Type, Data(trigger.Type))).Enrollments);
    }

    [Theory]
    [InlineData("contact.birthday", """{"when":"before","days":7}""", "birthday.date", "2026-06-10")]
    [InlineData("contact.date", """{"field":"expires","when":"after","days":3}""", "date.value", "2026-05-31")]
    [InlineData("task.due", """{"when":"on"}""", "task.status", "open")]
    [InlineData("opportunity.stale", """{"days":9}""", "opportunity.idleDays", "9")]
    public async Task A_date_can_be_tried_without_waiting_for_it_and_brings_what_it_would_bring(string type, string config, string field, string value)
    {
        var definition = Definition(type, config);
        var data = DaySample.Of("wf_1", definition.Triggers[0], Here.Clock.Now)!.Value;
        Assert.Equal(value, field.Split('.').Aggregate(data, (json, name) => json.GetProperty(name)).ToString());
        Assert.Single((await Try(type, data, config)).Enrollments);
    }

    static JsonElement Data(string type) => JsonDocument.Parse(type switch
    {
        var visit when visit.StartsWith("appointment.", StringComparison.Ordinal) => """{"appointment":{"id":"apt_1","startsAt":"2026-06-10T15:00:00Z","status":"new"}}""",
        "task.added" => """{"task":{"id":"T-1","title":"Call"}}""",
        _ => "{}",
    }).RootElement;

    async Task<SimulationTrace> Try(string type, JsonElement data, string config = "{}")
    {
        var ada = await Here.Person();
        await Here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Appointment, "apt_1", new Appointment { ContactId = ada, StartsAt = Here.Clock.Now.AddDays(7) }));
        return await Here.Get<Simulator>().Run(new()
        {
            Practice = Reception.Practice, WorkflowId = "wf_1", Definition = Definition(type, config), Json = Json(type, config), ContactId = ada, Event = new(type, data), StartAt = Here.Clock.Now,
        });
    }

    static JsonElement Json(string type, string config) => JsonDocument.Parse($$"""
        { "triggers": [{ "id": "t1", "type": "{{type}}", "config": {{config}}, "filters": { "all": [] } }], "start": "s1", "steps": { "s1": { "type": "wait.delay", "config": { "for": "P1D" }, "next": null } } }
        """).RootElement;

    static Definition Definition(string type, string config) => DefinitionReader.Read(Json(type, config)).Definition!;
}
