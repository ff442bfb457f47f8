namespace AesthetixWorkflows.Core.Conditions;

/// <summary>Facts that are looked up once however often they are asked: a thousand filters ask for the same few fields.
/// For one event on one thread.</summary>
public sealed class RememberedFacts(IFacts facts) : IFacts
{
    readonly Dictionary<string, Fact> known = new(StringComparer.Ordinal);

    public Fact Find(string field) => known.TryGetValue(field, out var fact) ? fact : known[field] = facts.Find(field);
}
