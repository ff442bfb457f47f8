using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A note was written anew.</summary>
static class NoteChanged
{
    public static readonly TriggerDescriptor Descriptor = new("note.changed", "Note changed", "Contacts",
        "Starts when the words of a note are changed.",
        Config: [],
        Filters: NoteFields.Filters,
        MergeFields: NoteFields.Merge);
}
