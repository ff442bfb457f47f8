using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Telling;

/// <summary>A task as facts of an event. Without the script and the text: events travel further than records.</summary>
public static class TaskFacts
{
    public static JsonObject Of(string id, WorkTask task)
    {
        var facts = JsonSerializer.SerializeToNode(task with { Script = null, Text = null, Kind = task.Kind ?? "task" }, Kinds.Task.Json)!.AsObject();
        facts["id"] = id;
        facts["status"] = task.CompletedAt is null ? "open" : "done";
        return facts;
    }
}
