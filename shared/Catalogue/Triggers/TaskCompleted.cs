using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A task was done.</summary>
static class TaskCompleted
{
    public static readonly TriggerDescriptor Descriptor = new("task.completed", "Task completed", "Contacts",
        "Starts when a member of the team completes a task.",
        Config: [],
        Filters: TaskFields.Filters,
        MergeFields: TaskFields.Merge,
        NeedsContact: false);
}
