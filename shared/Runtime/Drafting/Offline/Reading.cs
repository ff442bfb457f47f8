using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Assembling;
using AesthetixWorkflows.Runtime.Drafting.Clauses;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Offline;

/// <summary>From a prompt to a definition: first what starts it, then everything else in order.</summary>
static partial class Reading
{
    /// <returns>The definition, and whether anything is done in it.</returns>
    public static (JsonObject Definition, bool Acts) Read(Scene scene)
    {
        var clauses = Ordering.AsTheyHappen(Splitting.Clauses(scene.Prompt));
        var settings = new JsonObject();
        var waits = Starts(clauses, scene);
        if (scene.Starts.Count == 0) StartReader.Guess(scene, clauses);
        for (var i = 0; i < scene.Starts.Count; i++) scene.Starts[i] = StartReader.WithOffset(scene.Starts[i], string.Join(' ', clauses.Select(clause => clause.Text)));
        var pieces = Pieces(clauses, waits, settings, scene);
        return (Definitions.Of(scene, settings, pieces), pieces.Any(piece => piece.Step["type"]?.ToString() is { } type && !type.StartsWith("wait.", StringComparison.Ordinal) && type != "goal") || pieces.OfType<Fork>().Any());
    }

    /// <summary>Takes out the clauses that say what starts it. What they say of waiting stays in their place.</summary>
    static Dictionary<Clause, TimeMention?> Starts(List<Clause> clauses, Scene scene)
    {
        var starts = new Dictionary<Clause, TimeMention?>();
        var said = false;
        foreach (var clause in clauses)
        {
            var before = scene.Starts.Count;
            var also = AlsoWhen().IsMatch(clause.Text);
            if ((before == 0 || also) && StartReader.Read(clause, scene, first: !said, out var wait)) starts[clause] = wait;
            else said |= Openers.IsVerb(clause.Words[0].Text) || clause.Words[0].Text == "if";
        }
        return starts;
    }

    static List<Piece> Pieces(List<Clause> clauses, Dictionary<Clause, TimeMention?> starts, JsonObject settings, Scene scene)
    {
        var intents = new List<Intent>();
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            if (starts.TryGetValue(clause, out var wait))
            {
                if (wait is not null) intents.Add(new Intent.Wait(wait) { Clause = clause });
                continue;
            }
            // "Remind them and ask them to confirm" is one message.
            if (i > 0 && AskToConfirm().IsMatch(clause.Text) && clauses[i - 1].Sentence == clause.Sentence && scene.Subject == "confirm") continue;
            scene.Subject = i + 1 < clauses.Count && AskToConfirm().IsMatch(clauses[i + 1].Text) && Message().IsMatch(clause.Text) ? "confirm" : null;
            if (scene.Subject is not null) scene.Assume("The text asks for C or R. The answer is shown in the conversation; setting the visit to confirmed stays with the front desk.");
            intents.AddRange(ClauseReader.Read(clause, scene, settings));
        }
        return Compose(intents, scene);
    }

    public static List<Piece> Compose(List<Intent> intents, Scene scene)
    {
        var composer = new Composer(scene);
        var off = -1;
        for (var i = 0; i < intents.Count; i++)
        {
            var intent = intents[i];
            if (intent is Intent.Ask { Question: Question.Unknown }) off = intent.Clause.Sentence;
            else if (intent is Intent.Act act && act.Clause.Sentence == off) intent = act with { Deeds = [.. act.Deeds.Select(deed => deed with { Enabled = false })] };
            composer.Add(intent, intents[(i + 1)..]);
        }
        return composer.Finish();
    }

    [GeneratedRegex("^(?:please )?(?:or|also|start|begin|trigger|run|enroll)\\b.*\\b(?:when|if|once|after)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex AlsoWhen();

    [GeneratedRegex("^(?:and |also )?(?:ask|get|have|invite) (?:them|patient|people|the patient|him|her)(?: to)? confirm", RegexOptions.NonBacktracking)]
    private static partial Regex AskToConfirm();

    [GeneratedRegex("^(?:please )?(?:remind|text|send|message|email)", RegexOptions.NonBacktracking)]
    private static partial Regex Message();
}
