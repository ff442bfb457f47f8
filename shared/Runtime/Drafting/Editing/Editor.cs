using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Drafting.Assembling;
using AesthetixWorkflows.Runtime.Drafting.Clauses;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Offline;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>Changes a draft as a person asks, and says in words what is different.</summary>
static class Editor
{
    public static Drafted Edit(Scene scene, JsonElement current)
    {
        if (JsonNode.Parse(current.GetRawText()) is not JsonObject draft || DefinitionReader.Read(current).Definition is not { } read)
        {
            scene.Assume("The draft cannot be read, so nothing of it was changed.");
            return new(current, scene.Assumptions, [scene.Prompt.Trim()], [], OfflineDrafter.Name, Empty: true);
        }
        Known(scene, read);
        var (graph, changes) = (new DraftGraph(draft), new List<string>());
        var clauses = Ordering.AsTheyHappen(Splitting.Clauses(scene.Prompt));
        for (var i = 0; i < clauses.Count; i++)
        {
            if (EditOne.Apply(clauses[i], graph, scene, changes)) continue;
            // What is no change of what is there is something more: all of it together, so that "if … otherwise …" holds.
            var more = clauses.Skip(i).TakeWhile((clause, at) => at == 0 || clause.Sentence == clauses[i].Sentence && !EditWords.Begins().IsMatch(clause.Text) || Continues(clause)).ToList();
            i += more.Count - 1;
            more[0] = EditOne.Spoken(more[0]);
            Addition.Append(more, graph, scene, changes);
        }
        return new(JsonSerializer.SerializeToElement(draft), scene.Assumptions, scene.NotUnderstood, changes, OfflineDrafter.Name, Empty: changes.Count == 0 && scene.Assumptions.Count == 0);
    }

    static bool Continues(Clause clause) => clause.Text.StartsWith("otherwise", StringComparison.Ordinal) || clause.Text.StartsWith("if not", StringComparison.Ordinal);

    /// <summary>What the draft starts with decides what texts and waits can use.</summary>
    static void Known(Scene scene, Definition read)
    {
        foreach (var trigger in read.Triggers) scene.Starts.Add(new(trigger.Type, [], trigger.Name ?? trigger.Type));
        scene.Messages = read.Steps.Values.Count(step => step.Type is "sms.send" or "email.send");
    }
}
