using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Runtime.Drafting.Assembling;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>"Wait two days instead of one".</summary>
static class Lengthen
{
    public static bool Apply(Clause clause, DraftGraph graph, Scene scene, List<string> changes)
    {
        if (EditWords.Length().Match(clause.Text) is not { Success: true } match) return false;
        string? Said(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        var to = Said("to") ?? Said("to2")!;
        var from = Said("from") ?? Said("from2") ?? Said("from3") ?? Said("from4");
        // A plain "wait two days" is one more step.
        if (from is null && clause.Text.StartsWith("wait", StringComparison.Ordinal) && !clause.Text.Contains("instead", StringComparison.Ordinal)) return false;
        if (from is not null && !from.Contains(' ', StringComparison.Ordinal)) from = $"{from} {to.Split(' ')[^1]}";
        var waits = graph.InOrder().Where(id => Place(graph.Step(id)!) is not null).ToList();
        var id = from is null ? StepReference.Find(graph, clause, out _) is { } named && waits.Contains(named) ? named : waits.FirstOrDefault()
            : waits.FirstOrDefault(wait => Same(Place(graph.Step(wait)!)!.Value, Lengths.Iso(from)));
        if (id is null)
        {
            scene.Miss(clause.Typed);
            scene.Assume(from is null ? "There is no wait in this draft." : $"There is no wait of {from} in this draft.");
            return true;
        }
        if (from is null && waits.Count > 1) scene.Assume($"More than one wait could be meant; “{graph.NameOf(id)}” was changed.");
        var (holder, name, sign) = Place(graph.Step(id)!)!.Value;
        var before = holder[name]!.ToString();
        holder[name] = sign + Lengths.Iso(to);
        changes.Add($"“{graph.NameOf(id)}” waits {Spoken.Length(Lengths.Iso(to))} instead of {Spoken.Length(before)}.");
        if (graph.TypeOf(id) == "wait.delay") graph.Step(id)!["name"] = $"Wait {Spoken.Length(Lengths.Iso(to))}";
        else if (graph.TypeOf(id) == "wait.until") graph.Step(id)!["name"] = Spoken.Offset(sign + Lengths.Iso(to));
        return true;
    }

    /// <summary>Where a step keeps its length; null when it has none.</summary>
    static (JsonObject Holder, string Name, string Sign)? Place(JsonObject step)
    {
        if (step["config"] is JsonObject config)
        {
            if (config["for"] is JsonValue) return (config, "for", "");
            if (config["offset"] is JsonValue offset) return (config, "offset", offset.ToString().StartsWith('-') ? "-" : "");
        }
        return step["timeout"] is JsonObject timeout && timeout["after"] is JsonValue ? (timeout, "after", "") : null;
    }

    static bool Same((JsonObject Holder, string Name, string Sign) place, string iso) =>
        Durations.TryParse(place.Holder[place.Name]!.ToString().TrimStart('-'), out var there) && Durations.TryParse(iso, out var asked)
        && (there.Equals(asked) || there.Months == 0 && asked.Months == 0 && there.Time + TimeSpan.FromDays(there.Days) == asked.Time + TimeSpan.FromDays(asked.Days));
}
