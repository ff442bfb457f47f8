using System.Collections.Frozen;

namespace AesthetixWorkflows.Catalogue;

/// <summary>The first names of everything that the product's triggers bring: <c>form</c>, <c>invoice</c>, <c>birthday</c> …; without the
/// contact, who is matched and read apart.</summary>
public static class EventRoots
{
    public static FrozenSet<string> All { get; } = Builtin.Catalogue().Triggers.Values
        .SelectMany(trigger => trigger.MergeFields.Select(field => field.Name).Concat(trigger.Filters.Select(filter => filter.Name)))
        .Select(name => name.Split('.')[0]).Where(root => root != "contact").ToFrozenSet();
}
