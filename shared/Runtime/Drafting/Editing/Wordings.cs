using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>New words for a message: its subject or its text.</summary>
static class Wordings
{
    public static bool Apply(Clause clause, DraftGraph graph, Scene scene, List<string> changes)
    {
        if (!clause.Text.StartsWith("change", StringComparison.Ordinal) && !clause.Text.StartsWith("set", StringComparison.Ordinal) && !clause.Text.StartsWith("make", StringComparison.Ordinal)
            && !clause.Text.StartsWith("update", StringComparison.Ordinal) && !clause.Text.StartsWith("replace", StringComparison.Ordinal) && !clause.Text.StartsWith("re", StringComparison.Ordinal) && !clause.Text.StartsWith("edit", StringComparison.Ordinal)) return false;
        if (EditWords.Subject().Match(clause.Text) is { Success: true } subject)
            return Write(clause, graph, scene, changes, "subject", Text(clause, subject.Groups["text"]), "email");
        if (EditWords.Body().IsMatch(clause.Text))
            return Write(clause, graph, scene, changes, clause.Text.Contains("task", StringComparison.Ordinal) ? "title" : clause.Text.Contains(" note", StringComparison.Ordinal) ? "text" : "body", clause.Quotes.Last(), null);
        return false;
    }

    static string Text(Clause clause, System.Text.RegularExpressions.Group group) => clause.Quotes.LastOrDefault() ?? clause.TypedOf(group).Trim('"', '\'', ' ', ':');

    static bool Write(Clause clause, DraftGraph graph, Scene scene, List<string> changes, string field, string text, string? kind)
    {
        var id = StepReference.Find(graph, clause, out var many);
        if (id is null || (graph.Step(id)!["config"] as JsonObject)?.ContainsKey(field) != true)
            id = graph.InOrder().FirstOrDefault(step => (graph.Step(step)!["config"] as JsonObject)?.ContainsKey(field) == true && (kind is null || graph.TypeOf(step).StartsWith(kind, StringComparison.Ordinal)));
        if (id is null)
        {
            scene.Miss(clause.Typed);
            return true;
        }
        if (many || graph.InOrder().Count(step => graph.TypeOf(step) == graph.TypeOf(id)) > 1 && !clause.Text.Contains("second", StringComparison.Ordinal) && !clause.Text.Contains("last", StringComparison.Ordinal) && !clause.Text.Contains("first", StringComparison.Ordinal))
            scene.Assume($"It is taken as the {field} of “{graph.NameOf(id)}”.");
        graph.Step(id)!["config"]![field] = text;
        changes.Add($"The {(field == "body" ? "text" : field)} of “{graph.NameOf(id)}” is now “{text}”.");
        return true;
    }
}
