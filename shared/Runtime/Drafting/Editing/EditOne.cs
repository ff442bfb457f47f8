using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Assembling;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>One change of a draft. False: the words ask for no change of what is there.</summary>
static class EditOne
{
    public static bool Apply(Clause clause, DraftGraph graph, Scene scene, List<string> changes) =>
        Publish(clause, scene) || Triggers(clause, graph, scene, changes) || Wordings.Apply(clause, graph, scene, changes) || Lengthen.Apply(clause, graph, scene, changes)
        || Remove(clause, graph, scene, changes) || Switch(clause, graph, scene, changes) || Moving.Apply(clause, graph, scene, changes) || Renaming.Apply(clause, graph, scene, changes)
        || Converting.Apply(clause, graph, changes, scene) || Exchange(clause, scene) || Insert(clause, graph, scene, changes);

    /// <summary>"Send the email to Olive instead": adding it would leave the other one there.</summary>
    static bool Exchange(Clause clause, Scene scene)
    {
        if (!EditWords.Exchange().IsMatch(clause.Text)) return false;
        scene.Miss(clause.Typed);
        return true;
    }

    static bool Publish(Clause clause, Scene scene)
    {
        if (!EditWords.Publish().IsMatch(clause.Text)) return false;
        scene.Assume("A draft is never published from here: look it over and publish it yourself.");
        return true;
    }

    static bool Triggers(Clause clause, DraftGraph graph, Scene scene, List<string> changes)
    {
        var more = EditWords.MoreTriggers().IsMatch(clause.Text);
        if (!more && !EditWords.Trigger().IsMatch(clause.Text)) return false;
        var spoken = clause.Text.IndexOf("when", StringComparison.Ordinal) is var at and >= 0 ? clause.From(clause.WordAt(at)) : clause;
        var old = scene.Starts.ToList();
        scene.Starts.Clear();
        if (!StartReader.Read(spoken, scene, first: true, out _) && EventReader.Take(spoken, scene) is { } mention) scene.Starts.Add(mention);
        var triggers = Definitions.Triggers(scene, more ? graph.Triggers.Count() : 0);
        if (triggers.Count == 0)
        {
            scene.Starts.Clear();
            scene.Starts.AddRange(old);
            scene.Miss(clause.Typed);
            return true;
        }
        if (!more || graph.Draft["triggers"] is not JsonArray there) graph.Draft["triggers"] = triggers;
        else foreach (var trigger in triggers) there.Add(trigger!.DeepClone());
        changes.Add($"It {(more ? "also starts" : "now starts")} with “{string.Join("”, “", scene.Starts.Select(start => start.Name))}”.");
        if (more) scene.Starts.InsertRange(0, old);
        return true;
    }

    static bool Remove(Clause clause, DraftGraph graph, Scene scene, List<string> changes)
    {
        if (EditWords.Remove().Match(clause.Text) is not { Success: true } match || match.Length >= clause.Text.Length) return false;
        if (EditWords.Many().IsMatch(clause.Text))
        {
            scene.Miss(clause.Typed);
            return true;
        }
        if (StepReference.Find(graph, clause.From(clause.WordAt(match.Length)), out var many) is not { } id) return false;
        if (many) scene.Assume($"More than one step could be meant by “{clause.Typed}”; it is taken as the first, “{graph.NameOf(id)}”.");
        changes.Add($"Removed “{graph.NameOf(id)}”.");
        graph.Remove(id);
        return true;
    }

    static bool Switch(Clause clause, DraftGraph graph, Scene scene, List<string> changes)
    {
        if (EditWords.Switch().Match(clause.Text) is not { Success: true } match || match.Length >= clause.Text.Length) return false;
        if (StepReference.Find(graph, clause.From(clause.WordAt(match.Length)), out _) is not { } id) return false;
        var off = match.Groups["off"].Success;
        graph.Step(id)!["enabled"] = !off;
        changes.Add($"Switched {(off ? "off" : "on")} “{graph.NameOf(id)}”.");
        return true;
    }

    /// <summary>"Add a text after the email": at a place that is named.</summary>
    static bool Insert(Clause clause, DraftGraph graph, Scene scene, List<string> changes)
    {
        var where = EditWords.Where().Match(clause.Text);
        var reference = where.Groups["ref"].Success ? StepReference.Find(graph, clause.From(clause.WordAt(where.Groups["ref"].Index)), out _) : null;
        var place = where.Groups["place"].Value;
        if (EditWords.Branch().IsMatch(clause.Text) || reference is null && place.Length == 0 && !EditWords.Noun().IsMatch(clause.Text)) return false;
        var what = reference is null && place.Length == 0 ? clause : place.Length > 0 ? clause.Without(where.Groups["place"]) : clause.Until(clause.WordAt(where.Index));
        var pieces = Addition.Pieces([Spoken(what)], scene, []);
        if (pieces.Count == 0) return true;
        var after = where.Groups["side"].Value is "after" or "behind" or "following";
        if (reference is null && place.Length > 0 && !place.Contains("end", StringComparison.Ordinal) && !place.Contains("bottom", StringComparison.Ordinal) && !place.Contains("last", StringComparison.Ordinal) && graph.InOrder() is [var first, ..])
            (reference, after) = (first, false);
        if (reference is null)
        {
            graph.Append(pieces);
            changes.Add($"Added at the end: {Addition.Names(pieces)}.");
            return true;
        }
        if (after && graph.TypeOf(reference) is "if" or "split" or "goto" or "end")
        {
            scene.Assume($"Nothing can follow “{graph.NameOf(reference)}” itself, so it was added before it.");
            after = false;
        }
        if (after) graph.InsertAfter(reference, pieces);
        else graph.InsertBefore(reference, pieces);
        changes.Add($"Added {Addition.Names(pieces)} {(after ? "after" : "before")} “{graph.NameOf(reference)}”.");
        return true;
    }

    /// <summary>"Add a text" is "send a text", "add a branch if …" is "if …".</summary>
    public static Clause Spoken(Clause clause)
    {
        Clause With(string first, int skip) => new([new Word(first, clause.Words[0].Start, clause.Words[0].Start), .. clause.Words.Skip(skip)], clause.Prompt, clause.Sentence);
        if (EditWords.Branch().Match(clause.Text) is { Success: true } branch && branch.Groups["q"] is { Success: true, Length: > 0 } question)
        {
            var at = clause.WordAt(question.Index);
            return clause.Words[at].Text is "if" or "unless" ? clause.From(at) : With("if", at);
        }
        if (EditWords.Noun().Match(clause.Text) is not { Success: true } noun) return clause;
        var place = clause.WordAt(noun.Groups["what"].Index);
        var what = noun.Groups["what"].Value;
        return Regex.IsMatch(what, @"\b(?:wait|delay|pause)$", RegexOptions.NonBacktracking) ? With("wait", place) : With(what.Contains("notif", StringComparison.Ordinal) || what.Contains("alert", StringComparison.Ordinal) ? "notify" : "send", place - Article(clause, place));
    }

    static int Article(Clause clause, int place) => place > 1 && clause.Words[place - 1].Text is "a" or "an" or "another" ? 1 : 0;
}
