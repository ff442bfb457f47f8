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
        Audience.Narrow(clauses, scene);
        for (var i = 0; i < scene.Starts.Count; i++) scene.Starts[i] = StartReader.WithOffset(scene.Starts[i], string.Join(' ', clauses.Select(clause => clause.Text)));
        var pieces = Pieces(clauses, waits, settings, scene);
        if (scene.Starts.Count > 0 && scene.Starts.TrueForAll(start => start.Type == "schedule.due") && scene.Messages > 0)
            scene.Assume("A schedule brings no contact, so a message to contacts would be passed over: start it with something that happens to them, or add them to it from the list of contacts.");
        foreach (var words in clauses.SelectMany(clause => clause.Unread()))
            if (!scene.Mentions(words)) scene.Miss(words);
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
            else said |= Openers.IsVerb(clause.Words[0].Text) || clause.Words[0].Text == "if" || StartReader.Message().IsMatch(clause.Text);
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
                if (wait is TimeMention.Without without)
                {
                    intents.Add(new Intent.Wait(new TimeMention.Later(without.For)) { Clause = clause });
                    intents.Add(new Intent.Stop(new Question.Event(without.Event, false, null, clause.Typed)) { Clause = clause });
                }
                else if (wait is not null) intents.Add(new Intent.Wait(wait) { Clause = clause });
                continue;
            }
            // "Remind them and ask them to confirm" is one message.
            if (i > 0 && AskToConfirm().IsMatch(clause.Text) && clauses[i - 1].Sentence == clause.Sentence && scene.Subject == "confirm")
            {
                clause.Take(AskToConfirm());
                scene.MissRest(clause);
                continue;
            }
            scene.Subject = i + 1 < clauses.Count && AskToConfirm().IsMatch(clauses[i + 1].Text) && Message().IsMatch(clause.Text) ? "confirm" : null;
            if (scene.Subject is not null) scene.Assume("The text asks for C or R. The answer is shown in the conversation; setting the visit to confirmed stays with the front desk.");
            if (IsSecond(clause, scene))
            {
                Second(clauses[i..], scene);
                break;
            }
            var wanted = ClauseReader.Read(clause, scene, settings).ToList();
            // "Text them 3 days before and again the day before": the same once more.
            if (wanted is [Intent.Wait { Time: not (TimeMention.Later { For: "PT0S" } or TimeMention.BeforeDate) }] && !clause.Unread().Any() && Done(intents, clause) is { Clause: var deed } act && deed.Sentence == clause.Sentence && (i + 1 == clauses.Count || clauses[i + 1].Sentence != clause.Sentence || IsOnlyRule(clauses[i + 1])) && !Waits().IsMatch(clause.Text))
            {
                scene.Assume($"“{clause.Typed}” is taken as the same again.");
                wanted.Add(new Intent.Act([.. act.Deeds.Select(done => done with { Config = done.Config.DeepClone().AsObject(), Name = ActReader.NameOf(clause) })]) { Clause = clause });
            }
            // "Text them six weeks later, unless …" is asked six weeks later.
            if (wanted is [Intent.Wait first, ..] && intents is [.., Intent.Ask { Question: Question.Fact } asked] && asked.Clause.Words[0].Start > clause.Words[0].Start)
            {
                intents.Insert(intents.Count - 1, first);
                wanted.RemoveAt(0);
            }
            intents.AddRange(wanted);
        }
        return Compose(intents, scene);
    }

    /// <summary>What was done last: before "again" it may be asked something.</summary>
    static Intent.Act? Done(List<Intent> intents, Clause clause) =>
        intents.Count == 0 ? null : Again().IsMatch(clause.Text) && intents[^1] is Intent.Ask or Intent.Wait ? intents.OfType<Intent.Act>().LastOrDefault() : intents[^1] as Intent.Act;

    /// <summary>"… and when somebody leaves a review thank them": something else that happens, to somebody else.</summary>
    static bool IsSecond(Clause clause, Scene scene) =>
        scene.Starts.Count > 0 && scene.Messages > 0 && AnotherWhen().IsMatch(clause.Text) && EventReader.Take(new Clause(clause.Words.Skip(1).Select(word => word with { Mark = new() }).ToList(), clause.Prompt, clause.Sentence), new Scene(scene.Catalogue, scene.Names, scene.Prompt)) is { } mention
        && mention.Type is not ("message.received" or "link.clicked" or "email.event") && scene.Starts.TrueForAll(start => start.Type != mention.Type);

    static void Second(List<Clause> clauses, Scene scene)
    {
        var (first, last) = (clauses.Min(clause => clause.Words[0].Start), clauses.Max(clause => clause.Words[^1].End));
        var words = scene.Prompt[first..last].Trim();
        scene.Miss(words);
        scene.Assume($"“{clauses[0].Typed}” begins a second workflow: one draft holds one. Ask for it by itself.");
    }

    /// <summary>Something is asked for in so many words: "text them on Tuesday".</summary>
    public static bool Commands(string prompt) => Splitting.Clauses(prompt).Exists(clause => Command().IsMatch(clause.Text));

    /// <summary>Numbers, names and quoted words are wishes that no recipe was written for.</summary>
    public static bool IsSpecific(Scene scene) =>
        Splitting.Clauses(scene.Prompt).SelectMany(clause => clause.Words).Where(word => !word.IsMark).ToList() is var words
        && (words.Count > 14 || words.Exists(word => word.Literal is not null || word.Text is "%" || word.Text.All(char.IsAsciiDigit) && word.Text != "1") || scene.Names.Users.Any(user => scene.Prompt.Contains(user.Name.Split(' ')[0], StringComparison.OrdinalIgnoreCase)));

    static bool IsOnlyRule(Clause clause) => Rule().IsMatch(clause.Text);

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

    [GeneratedRegex("^(?:and |also |but )*(?:when|whenever|every time|if) (?:someone|a (?:form|payment|review|deal|task|survey|membership|invoice)|an (?:invoice|order|opportunity))\\b", RegexOptions.NonBacktracking)]
    private static partial Regex AnotherWhen();

    [GeneratedRegex("^(?:please )?(?:text|email|send|call|ring|message|tag|notify|ask|tell|let|assign|create|remove) (?:them|him|her|patient|people|everyone|all|our|the|a|an|every|any)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Command();

    [GeneratedRegex("\\bagain\\b|\\bonce more\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Again();

    [GeneratedRegex("^(?:please )?(?:wait|hold|pause|delay)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Waits();

    [GeneratedRegex("^(?:and |but )*(?:not|never|only|do not|except)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
