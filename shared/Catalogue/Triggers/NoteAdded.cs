using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A note was kept on a contact.</summary>
static class NoteAdded
{
    public static readonly TriggerDescriptor Descriptor = new("note.added", "Note added", "Contacts",
        "Starts when a note is written on a contact.",
        Config: [],
        Filters: NoteFields.Filters,
        MergeFields: NoteFields.Merge);
}
