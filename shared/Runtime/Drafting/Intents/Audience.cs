using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>"Ask new patients …": whom the first deed is for narrows what starts it, because a step cannot choose.</summary>
static partial class Audience
{
    public static void Narrow(IReadOnlyList<Clause> clauses, Scene scene)
    {
        if (scene.Starts.Count == 0 || clauses.FirstOrDefault(clause => Clauses.Openers.IsVerb(clause.Words[0].Text)) is not { Sentence: 0 } deed || Named().Match(deed.Text) is not { Success: true } match) return;
        // "Email the new patient forms" is about forms: people are many.
        if (!deed.TypedOf(match.Groups["who"]).EndsWith('s')) return;
        var from = deed.WordAt(match.Groups["who"].Index);
        var people = deed.From(from).Until(match.Groups["who"].Value.Split(' ').Length);
        for (var i = 0; i < scene.Starts.Count; i++)
        {
            var start = scene.Starts[i];
            var rows = Narrowing.Contact(people, start.Type, scene).Where(row => !start.Filters.Any(known => known.Field == row.Field)).ToList();
            if (rows.Count > 0) scene.Starts[i] = start with { Filters = [.. start.Filters, .. rows] };
        }
    }

    [GeneratedRegex(@"^(?:please )?\w+(?: (?:all|our|the|every|each|any|to|for|of))* (?<who>(?:(?:new|first time|existing|returning|current|vip|member) (?:patient|people|contact)|vips|members))\b", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
