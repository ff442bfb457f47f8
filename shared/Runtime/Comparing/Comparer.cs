using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>Says in words what a definition does differently from an older one.</summary>
public sealed class Comparer(ProductCatalogue catalogue)
{
    /// <summary>What comes before the first version.</summary>
    public static readonly Definition Nothing = new(Definition.CurrentSchema, WorkflowSettings.Default, [], null, ImmutableDictionary<string, Step>.Empty);

    readonly Titles _titles = new(catalogue);

    public DefinitionDiff Compare(int from, Definition before, int? to, Definition after)
    {
        var (was, now) = (DefinitionWriter.WriteNode(before), DefinitionWriter.WriteNode(after));
        if (JsonNode.DeepEquals(was, now)) return new(from, to, true, [], []);
        List<Difference> found =
        [
            .. new TriggerDifferences(_titles, before, after).Find(),
            .. new RouteDifferences(_titles, before, after).Find(),
            .. after.Steps.Keys.Where(before.Steps.ContainsKey).Order(StringComparer.Ordinal).SelectMany(id =>
                new StepDifferences(_titles, before.Steps[id], after.Steps[id], was["steps"]![id]!.AsObject(), now["steps"]![id]!.AsObject()).Find()),
            .. SettingDifferences.Between(was["settings"]!.AsObject(), now["settings"]!.AsObject()),
        ];
        // The order of triggers, a way of a step that is never taken: nothing that a contact would notice.
        if (found.Count == 0) found.Add(new("changed", "settings", null, null, null, null, "Only the order or form of something changed; contacts will not notice."));
        return new(from, to, false, found, [.. found.Select(d => d.Words)]);
    }
}
