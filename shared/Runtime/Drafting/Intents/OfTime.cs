using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Questions about the clock: "if it is a weekend", "after hours", "during office hours".</summary>
static partial class OfTime
{
    const string Opens = "09:00", Closes = "18:00";

    /// <summary>Null when the clause asks nothing of the kind.</summary>
    public static (Row Row, bool Denied)? Take(Clause clause)
    {
        if (clause.Take(Closed()) is not null) return (new("now.time", "between", new JsonArray(Opens, Closes)), true);
        if (clause.Take(Open()) is not null) return (new("now.time", "between", new JsonArray(Opens, Closes)), false);
        if (clause.Take(Weekend()) is not null) return (new("now.weekday", "anyOf", new JsonArray("sat", "sun")), false);
        if (clause.Take(Weekday()) is not null) return (new("now.weekday", "anyOf", new JsonArray("mon", "tue", "wed", "thu", "fri")), false);
        return null;
    }

    /// <summary>The same as a filter of what starts it.</summary>
    public static Row? Filter(Clause clause, Scene scene)
    {
        if (clause.Take(Closed()) is not null)
        {
            scene.Assume($"“After hours” is taken as between {Closes} and {Opens}.");
            return new("now.time", "between", new JsonArray(Closes, Opens));
        }
        return Take(clause)?.Row;
    }

    [GeneratedRegex(@"\b(?:it is )?(?:after|outside(?: of)?|out of) (?:our |normal |regular )?(?:business |office |opening |working |work )?hours?\b|\bwe are closed\b|\bwhile closed\b", RegexOptions.NonBacktracking)]
    private static partial Regex Closed();

    [GeneratedRegex(@"\b(?:it is )?(?:during|within|in) (?:our |normal |regular )?(?:business|office|opening|working|work) hours?\b|\bwe are open\b", RegexOptions.NonBacktracking)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(?:it is )?(?:(?:on|at|over) )?(?:a |the )?weekends?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Weekend();

    [GeneratedRegex(@"\b(?:it is )?(?:on )?(?:a )?(?:weekdays|working day)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Weekday();
}
