using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>"Move the email before the text".</summary>
static class Moving
{
    public static bool Apply(Clause clause, DraftGraph graph, Scene scene, List<string> changes)
    {
        if (EditWords.Swap().Match(clause.Text) is { Success: true } swap && StepReference.Find(graph, Part(clause, swap.Groups["what"]), out _) is { } one && StepReference.Find(graph, Part(clause, swap.Groups["ref"]), out _) is { } other
            && one != other && graph.IsPlain(one) && graph.IsPlain(other))
        {
            changes.Add($"“{graph.NameOf(one)}” and “{graph.NameOf(other)}” changed places.");
            graph.Swap(one, other);
            return true;
        }
        if (EditWords.Move().Match(clause.Text) is not { Success: true } match) return false;
        var place = match.Groups["place"].Value;
        var at = match.Groups["what"];
        if (StepReference.Find(graph, Part(clause, at), out var many) is not { } id) return false;
        var first = place.Contains("start", StringComparison.Ordinal) || place.Contains("beginning", StringComparison.Ordinal) || place.Contains("top", StringComparison.Ordinal) || place == "first";
        var target = match.Groups["ref"].Success ? StepReference.Find(graph, Part(clause, match.Groups["ref"]), out _) : first ? graph.InOrder()[0] : Last(graph, id);
        if (target is null || target == id || !graph.IsPlain(id))
        {
            scene.Miss(clause.Typed);
            return true;
        }
        var after = match.Groups["ref"].Success ? match.Groups["side"].Value is "after" or "behind" or "below" or "under" : !first;
        if (after && !graph.IsPlain(target))
        {
            scene.Miss(clause.Typed);
            return true;
        }
        if (many) scene.Assume($"More than one step could be meant by “{clause.TypedOf(at)}”; it is taken as the first, “{graph.NameOf(id)}”.");
        graph.Move(id, target, after);
        changes.Add($"Moved “{graph.NameOf(id)}” {(after ? "behind" : "before")} “{graph.NameOf(target)}”.");
        return true;
    }

    static Clause Part(Clause clause, System.Text.RegularExpressions.Group group) =>
        clause.From(clause.WordAt(group.Index)).Until(clause.WordAt(group.Index + group.Length - 1) - clause.WordAt(group.Index) + 1);

    static string? Last(DraftGraph graph, string moved) => graph.InOrder().LastOrDefault(id => id != moved && graph.IsPlain(id));
}
