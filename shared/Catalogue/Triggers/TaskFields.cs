using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>What is known about a task of the team.</summary>
static class TaskFields
{
    static readonly ImmutableArray<Option> Kinds = [new("task", "Task"), new("call", "Call"), new("sms", "Text message"), new("approval", "Approval")];

    public static readonly ImmutableArray<FilterField> Filters = ContactFilters.And(
        new("task.assignedTo", "Task is for", "text", Of: "user"), new("task.kind", "Kind of task", "text", Kinds), new("task.title", "Title", "text"),
        new("task.status", "Task status", "text", [new("open", "Open"), new("done", "Done")]), new("task.result", "How it went", "text"),
        new("task.dueAt", "Due", "date"), new("task.workflowId", "From workflow", "text", Of: "workflow"));

    public static readonly ImmutableArray<MergeField> Merge =
    [
        new("task.id", "Task id"), new("task.title", "Task", Sensitive: true), new("task.kind", "Kind of task"), new("task.assignedTo", "Task's user id"),
        new("task.dueAt", "Task due", "date"), new("task.status", "Task status"), new("task.result", "How the task went", Sensitive: true), new("task.workflowId", "Workflow that made the task"),
    ];
}
