using System.Diagnostics.CodeAnalysis;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>The names that mean something only between <c>{{#each}}</c> and <c>{{/each}}</c>.</summary>
static class LoopNames
{
    public const string This = "this";
    public const string Index = "@index";
    public const string Number = "@number";
    public const string First = "@first";
    public const string Last = "@last";

    /// <summary>Says where the loop is.</summary>
    public static bool IsMark(string name) => name is Index or Number or First or Last;

    public static bool IsLoops(string name) => name == This || IsMark(name) || name.StartsWith("this.", StringComparison.Ordinal);

    /// <summary>What follows <c>this.</c>; empty for <c>this</c> itself.</summary>
    public static bool TryItem(string name, [NotNullWhen(true)] out string? below)
    {
        below = name == This ? "" : name.StartsWith("this.", StringComparison.Ordinal) ? name["this.".Length..] : null;
        return below is not null;
    }

    /// <summary>The name as it is known outside the loop: <c>this.price</c> of <c>order.items</c> is <c>order.items.price</c>.
    /// Null for what only the loop knows.</summary>
    public static string? Outside(string name, string? list)
    {
        if (!IsLoops(name))
            return name;
        return list is not null && TryItem(name, out var below) ? below.Length == 0 ? list : $"{list}.{below}" : null;
    }
}
