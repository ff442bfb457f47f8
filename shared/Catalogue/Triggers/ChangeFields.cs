using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>What changed, and from what to what; only the fields that changed are in before and after.</summary>
static class ChangeFields
{
    public static readonly ImmutableArray<FilterField> Filters =
    [
        new("change.fields", "Changed fields", "list"), new("change.before.*", "Value before", "text"), new("change.after.*", "Value after", "text"),
    ];

    public static readonly ImmutableArray<MergeField> Merge =
    [
        new("change.fields", "Changed fields", "list"), new("change.before.*", "Value before", Sensitive: true), new("change.after.*", "Value after", Sensitive: true),
    ];
}
