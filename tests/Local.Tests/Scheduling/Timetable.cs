using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Tests.Scheduling;

/// <summary>Publishes a workflow with schedules and two steps: one that needs a contact and one that does not.</summary>
static class Timetable
{
    public const string Practice = DemoPractice.Id;

    public static Task Publish(IStore store, string workflowId, DateTimeOffset at, params string[] schedules) =>
        store.Commit(new ChangeSet(Practice)
            .Put(Kinds.Version, $"{workflowId}.1", new WorkflowVersion(workflowId, 1, "ver_" + workflowId, Definition(schedules), null, "test", at), 0)
            .Put(Kinds.Workflow, workflowId, new Workflow { Name = workflowId, Status = WorkflowStatus.Published, Version = 1, Draft = Definition(schedules), CreatedAt = at, ChangedAt = at }, 0));

    static JsonElement Definition(string[] schedules) => JsonDocument.Parse($$"""
        { "triggers": [{{string.Join(",", schedules.Select((config, i) => $$"""{ "id": "t{{i + 1}}", "type": "schedule.due", "config": {{config}} }"""))}}],
          "start": "text",
          "steps": {
            "text": { "type": "sms.send", "config": { "purpose": "care", "body": "Good morning" }, "next": "tell" },
            "tell": { "type": "team.notify", "config": { "to": "all", "channel": "inapp", "body": "{{"{{schedule.name}}"}} at {{"{{schedule.at}}"}}" }, "next": null } } }
        """).RootElement;
}
