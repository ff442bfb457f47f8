using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>"Rename the email to Hello". What the workflow is called stands beside the draft and not in it.</summary>
static class Renaming
{
    public static bool Apply(Clause clause, DraftGraph graph, Scene scene, List<string> changes)
    {
        if (EditWords.Rename().Match(clause.Text) is not { Success: true } match) return false;
        var (what, name) = (match.Groups["what"].Value, clause.Quotes.LastOrDefault() ?? clause.TypedOf(match.Groups["name"]));
        if (what is "it" or "this" or "name" or "workflow name" || what.EndsWith("workflow", StringComparison.Ordinal) || what.EndsWith("automation", StringComparison.Ordinal) || what.EndsWith("draft", StringComparison.Ordinal))
        {
            // "Call them" and "call it a day" are something else.
            if (clause.Words[0].Text is "call" && what != "it") return false;
            scene.Assume($"The workflow's own name is not part of the draft: write “{name}” at the top of the page.");
            return true;
        }
        if (clause.Words[0].Text is "call" || StepReference.Find(graph, clause.From(1).Until(clause.WordAt(match.Groups["name"].Index) - 1), out _) is not { } id) return false;
        changes.Add($"“{graph.NameOf(id)}” is now called “{name}”.");
        graph.Step(id)!["name"] = name;
        return true;
    }
}
