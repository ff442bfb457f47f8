using System.Collections.Frozen;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue;

/// <summary>All actions and triggers that this product knows, by stored name.</summary>
public sealed class ProductCatalogue(IEnumerable<ActionType> actions, IEnumerable<TriggerDescriptor> triggers)
{
    public FrozenDictionary<string, ActionType> Actions { get; } = actions.ToFrozenDictionary(a => a.Type);
    public FrozenDictionary<string, TriggerDescriptor> Triggers { get; } = triggers.ToFrozenDictionary(t => t.Type);
}
