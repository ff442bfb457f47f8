using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>What is known about a note.</summary>
static class NoteFields
{
    public static readonly ImmutableArray<FilterField> Filters = ContactFilters.And(new("note.body", "Note", "text"), new("note.authorId", "Written by", "text"));

    public static readonly ImmutableArray<MergeField> Merge = [new("note.id", "Note id"), new("note.body", "Note", Sensitive: true), new("note.authorId", "Who wrote the note")];
}
