using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>Several facts under their own names: <c>contact.firstName</c> asks the facts of root <c>contact</c> for
/// <c>firstName</c>. A root nobody set is unknown.</summary>
public sealed class CombinedFacts : IFacts
{
    // A handful of roots, asked for every row of every filter: a walk along an array beats hashing.
    readonly ImmutableArray<(string Name, IFacts Facts)> roots;

    CombinedFacts(ImmutableArray<(string, IFacts)> roots) => this.roots = roots;

    public static readonly CombinedFacts Empty = new([]);

    /// <summary>The same facts with one root more; one of that name is replaced.</summary>
    public CombinedFacts With(string root, IFacts facts) => new(roots.RemoveAll(known => known.Name == root).Add((root, facts)));

    public Fact Find(string field)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return Fact.None;
        var root = field.AsSpan(0, dot);
        foreach (var (name, facts) in roots)
            if (root.SequenceEqual(name))
                return facts.Find(field[(dot + 1)..]);
        return Fact.None;
    }
}
