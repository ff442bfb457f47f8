using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using static AesthetixWorkflows.Core.Conditions.FieldKinds;
using static AesthetixWorkflows.Core.Conditions.OperatorValue;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>Every operator a condition may use.</summary>
/// <remarks>
/// The rules for a contact without the field: a missing field, blank text and an empty list are all <em>empty</em>. Of an empty
/// field <c>empty</c> is true, every denial (<c>isNot</c>, <c>notContains</c>, <c>noneOf</c>, <c>notOn</c>, <c>notInLast</c>,
/// <c>notInNext</c>) is true, and everything else is false. A denial is always the exact opposite of what it denies. A value that
/// is unknown (a merge field nobody filled) compares as if nothing equalled it: denials true, the rest false.
/// </remarks>
public static class Operators
{
    const FieldKinds Ordered = Number | Date | Clock;

    /// <summary>In the order a builder offers them.</summary>
    public static ImmutableArray<Operator> All { get; } =
    [
        new("is", "is", Any, One) { Rule = Rules.Is },
        new("isNot", "is not", Any, One) { Rule = Rules.Is, Denies = true },
        new("contains", "contains", Text | List, One) { Rule = Rules.Contains },
        new("notContains", "does not contain", Text | List, One) { Rule = Rules.Contains, Denies = true },
        new("containsAny", "contains any of", Text | List, Many) { Rule = Rules.Contains },
        new("startsWith", "starts with", Text, One) { Rule = Rules.StartsWith },
        new("endsWith", "ends with", Text, One) { Rule = Rules.EndsWith },
        new("anyOf", "is any of", Text | Number | List | Clock, Many) { Rule = Rules.Is },
        new("noneOf", "is none of", Text | Number | List | Clock, Many) { Rule = Rules.Is, Denies = true },
        new("allOf", "has all of", List, Many) { Rule = Rules.IsAllOf },
        new("empty", "is empty", Any, OperatorValue.None) { Rule = Rules.Known, Denies = true },
        new("notEmpty", "is not empty", Any, OperatorValue.None) { Rule = Rules.Known },
        new("gt", "is more than", Number, One) { Rule = Rules.Greater },
        new("gte", "is at least", Number, One) { Rule = Rules.GreaterOrEqual },
        new("lt", "is less than", Number, One) { Rule = Rules.Less },
        new("lte", "is at most", Number, One) { Rule = Rules.LessOrEqual },
        new("between", "is between", Ordered, OperatorValue.Range) { Rule = Rules.Between },
        new("before", "is before", Ordered, One) { Rule = Rules.Less },
        new("onOrBefore", "is on or before", Ordered, One) { Rule = Rules.LessOrEqual },
        new("after", "is after", Ordered, One) { Rule = Rules.Greater },
        new("onOrAfter", "is on or after", Ordered, One) { Rule = Rules.GreaterOrEqual },
        new("on", "is on", Date, One) { Rule = Rules.OnDay },
        new("notOn", "is not on", Date, One) { Rule = Rules.OnDay, Denies = true },
        new("isToday", "is today", Date, OperatorValue.None) { Rule = Rules.Today },
        new("isTomorrow", "is tomorrow", Date, OperatorValue.None) { Rule = Rules.Tomorrow },
        new("isYesterday", "is yesterday", Date, OperatorValue.None) { Rule = Rules.Yesterday },
        new("inLast", "is in the last", Date, Duration) { Rule = Rules.InLast },
        new("notInLast", "is not in the last", Date, Duration) { Rule = Rules.InLast, Denies = true },
        new("inNext", "is in the next", Date, Duration) { Rule = Rules.InNext },
        new("notInNext", "is not in the next", Date, Duration) { Rule = Rules.InNext, Denies = true },
    ];

    static readonly FrozenDictionary<string, Operator> byName = All.ToFrozenDictionary(op => op.Name, StringComparer.Ordinal);

    public static bool TryFind(string name, [NotNullWhen(true)] out Operator? op) => byName.TryGetValue(name, out op);
}
