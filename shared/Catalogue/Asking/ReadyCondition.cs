using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Asking;

/// <summary>A question that workflows often ask, ready but for its blanks.</summary>
/// <param name="Key">Stable; nothing that is stored names it.</param>
/// <param name="Name">Also the name of a branch that asks nothing else.</param>
/// <param name="Condition">As a definition holds it; where the person fills something in, an empty value.</param>
/// <param name="Asks">What there is to fill in, in the order of reading.</param>
public sealed record ReadyCondition(string Key, string Name, string Help, string Category, JsonElement Condition, ImmutableArray<ReadyBlank> Asks)
{
    /// <summary>What it looks at; without one of them it is no question for a workflow.</summary>
    public ImmutableArray<string> Fields { get; } = [.. In(Condition).Distinct(StringComparer.Ordinal)];

    // Not by way of a read condition: that one leaves out the rows whose blanks are not filled in yet.
    static IEnumerable<string> In(JsonElement condition) => condition.TryGetProperty("field", out var field) ? [field.GetString()!]
        : condition.EnumerateObject().SelectMany(group => group.Value.EnumerateArray().SelectMany(In));
}

/// <summary>One thing to fill in.</summary>
/// <param name="Pointer">Below the condition: <c>/all/0/value</c>.</param>
/// <param name="Field">What may stand there, as in any form.</param>
public sealed record ReadyBlank(string Pointer, Field Field);
