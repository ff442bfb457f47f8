using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>Several facts about the same fields: the first layer that knows a field answers.</summary>
public sealed class LayeredFacts(params ImmutableArray<IFacts> layers) : IFacts
{
    public Fact Find(string field)
    {
        foreach (var layer in layers)
            if (layer.Find(field) is not Fact.Nothing and var fact)
                return fact;
        return Fact.None;
    }
}
