using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>"Change the email to a text": the same words by the other way.</summary>
static class Converting
{
    public static bool Apply(Clause clause, DraftGraph graph, List<string> changes, Scene scene)
    {
        if (EditWords.Convert().Match(clause.Text) is not { Success: true } match) return false;
        var to = match.Groups["kind"].Value == "email" ? "email.send" : "sms.send";
        var what = clause.From(clause.WordAt(match.Groups["what"].Index)).Until(match.Groups["what"].Value.Split(' ').Length);
        if (StepReference.Find(graph, what, out _) is not { } id || graph.TypeOf(id) is not ("email.send" or "sms.send") || graph.TypeOf(id) == to || graph.Step(id)!["config"] is not JsonObject config) return false;
        graph.Step(id)!["type"] = to;
        if (to == "email.send") config["subject"] = "{{practice.name}}";
        foreach (var other in config.Select(field => field.Key).Where(key => key is not ("purpose" or "body") && !(to == "email.send" && key == "subject")).ToList()) config.Remove(other);
        changes.Add($"“{graph.NameOf(id)}” is sent as {(to == "email.send" ? "an email" : "a text")} now.");
        scene.Assume("The words of the message stayed as they were: needs review.");
        return true;
    }
}
