using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Somebody on the team has something to do.</summary>
static class TaskAdded
{
    public static readonly TriggerDescriptor Descriptor = new("task.added", "Task added", "Contacts",
        "Starts when a task is put on the team's list, by a person or a workflow.",
        Config: [],
        Filters: TaskFields.Filters,
        MergeFields: TaskFields.Merge,
        NeedsContact: false);
}
