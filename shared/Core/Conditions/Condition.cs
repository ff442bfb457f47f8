using System.Collections.Immutable;
using System.Text.Json;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>A question about facts: a group of questions, or one test of one field.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>True when every item is true; an empty group is true.</summary>
    public sealed record All(ImmutableArray<Condition> Items) : Condition;

    /// <summary>True when at least one item is true; an empty group is false.</summary>
    public sealed record Any(ImmutableArray<Condition> Items) : Condition;

    /// <summary>One row of a filter. <paramref name="Value"/> may hold a merge field (<c>{{contact.city}}</c>).</summary>
    public sealed record Test(string Field, string Op, JsonElement Value) : Condition;

    /// <summary>The condition that lets everything through.</summary>
    public static readonly Condition Always = new All([]);

    /// <summary>Whether it holds. Never throws. Whoever asks often keeps a <see cref="CompiledCondition"/>.</summary>
    public bool Evaluate(Setting setting) => CompiledCondition.Compile(this).Matches(setting);
}
