using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A task is nearly due, due or overdue.</summary>
static class TaskDue
{
    public static readonly TriggerDescriptor Descriptor = new("task.due", "Task reminder", "Contacts",
        "Starts some days before or after an open task is due, or on the day.",
        Config: DayFields.Config,
        Filters: TaskFields.Filters,
        MergeFields: TaskFields.Merge,
        NeedsContact: false);
}
