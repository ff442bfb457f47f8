using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Vocabulary;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Reads a clause that asks for an action, with the time it names.</summary>
static partial class ActReader
{
    /// <summary>Null when it asks for none.</summary>
    public static (TimeMention? Time, IReadOnlyList<ActWish> Deeds)? Read(Clause typed, Scene scene)
    {
        var clause = typed;
        if (Lead().Match(clause.Text) is { Success: true, Length: > 0 } lead && lead.Length < clause.Text.Length) clause = clause.From(clause.WordAt(lead.Length));
        if (clause.IsEmpty) return null;
        // Whom a workflow is for, its trigger says; a deed cannot choose.
        if (Audience().Match(clause.Text) is { Success: true } audience)
        {
            scene.Miss(clause.TypedOf(audience));
            clause = clause.Until(clause.WordAt(audience.Index));
        }
        var timed = !clause.Text.StartsWith("wait", StringComparison.Ordinal);
        var within = clause.Take(Within()) ?? (Work().IsMatch(clause.Text) ? clause.Take(DueIn()) : null);
        var due = within is null ? null : Lengths.Iso(within.Groups["len"].Value);
        var time = timed ? Time(within is null ? clause : clause.Without(within), clause, scene) : null;
        var bare = Bare(clause);
        clause.Take(AtOnce());
        foreach (var word in ActWords.All)
        {
            if (!scene.Catalogue.Actions.ContainsKey(word.Type) || word.Phrase.Match(bare.Text) is not { Success: true, Length: > 0 } match) continue;
            // A time that a task names is when it is due.
            var said = new ActSaid(bare, match, scene, due);
            if (word.Fill(said) is not { } config) continue;
            bare.Use(match);
            // A task or a note says what was asked for in the words of the prompt; a message has words of its own.
            if (word.Type is "task.add" or "note.add" or "team.notify")
                foreach (var text in config.Select(field => field.Value).OfType<JsonValue>().Select(value => value.ToString())) bare.UseWritten(text);
            var deeds = new List<ActWish> { new(word.Type, config, NameOf(typed)) };
            if (AndBoth().Match(bare.Text) is { Success: true } both && word.Type is "sms.send" or "email.send" && Both(bare, both, word.Type, scene) is { } second) deeds.Add(second);
            if (due is not null && word.Type != "task.add") scene.Miss(Match(typed, Within()));
            scene.MissRest(bare);
            return (time, deeds);
        }
        return null;
    }

    /// <summary>"… saying that we open at 9" says no time at which it is done.</summary>
    static TimeMention? Time(Clause spoken, Clause clause, Scene scene)
    {
        var before = Speech().Match(spoken.Text) is { Success: true, Index: > 0 } speech ? spoken.Until(spoken.WordAt(speech.Index)) : spoken;
        var time = TimeReader.Take(before, scene);
        clause.Adopt(before);
        return time;
    }

    /// <summary>The clause without the time that was taken from it, so that "in 2 days text them" begins with a verb.</summary>
    static Clause Bare(Clause clause)
    {
        var rest = clause.Remaining();
        if (Lead().Match(rest.Text) is { Success: true, Length: > 0 } lead && lead.Length < rest.Text.Length) rest = rest.From(rest.WordAt(lead.Length));
        return rest;
    }

    /// <summary>"a text and an email": two messages of one clause.</summary>
    static ActWish? Both(Clause clause, Match match, string first, Scene scene)
    {
        var type = first == "sms.send" ? "email.send" : "sms.send";
        if (match.Value.Contains("email", StringComparison.Ordinal) != (type == "email.send") || !scene.Catalogue.Actions.ContainsKey(type)) return null;
        clause.Use(match);
        var word = ActWords.All.First(entry => entry.Type == type && entry.Phrase.IsMatch(type == "email.send" ? "email them" : "text them"));
        return word.Fill(new(clause, match, scene, null)) is { } config ? new(type, config, NameOf(clause)) : null;
    }

    public static string NameOf(Clause clause) => Headline(clause.Typed);

    /// <summary>A step's name: the words of the prompt, shortened.</summary>
    public static string Headline(string typed)
    {
        var words = Spaces().Replace(typed, " ");
        words = words.Length > 60 ? words[..57].TrimEnd() + "…" : words;
        return words.Length == 0 ? "Step" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    static string Match(Clause clause, Regex phrase) => phrase.Match(clause.Text) is { Success: true } match ? clause.TypedOf(match) : "";

    [GeneratedRegex(@"\btasks?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Work();

    /// <summary>A task "to call in 2 hours" is made now and due then.</summary>
    [GeneratedRegex(@"\bin (?<len>" + Lengths.Pattern + ")$", RegexOptions.NonBacktracking)]
    private static partial Regex DueIn();

    [GeneratedRegex(@"\b(?:saying|telling them|to say|(?:letting|to let) them know|that (?:we|you|our|your|it|they|their|there))\b", RegexOptions.NonBacktracking)]
    private static partial Regex Speech();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:(?:and|then|also|plus|but|please|first|second|third|finally|lastly|next|just|automatically|immediately|again|now|so|i|we|you|it|the (?:system|workflow)|(?:would|want|wants|need|should|could|can|will|must|like)|(?:i|we) (?:would like|want|need)(?: you)?|have it|make sure (?:to|that|we|you)?|let us|go ahead and|right away|straight away|at once|at that point|to|once) |, )*", RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\bwho (?:have|has|had|did|do|does|are|is|was|were)\b.*", RegexOptions.NonBacktracking)]
    private static partial Regex Audience();

    [GeneratedRegex(@"\b(?:right away|straight away|immediately|instantly|at once|right then|straight after)\b", RegexOptions.NonBacktracking)]
    private static partial Regex AtOnce();

    [GeneratedRegex(@"\bwithin (?:the next )?(?<len>" + Lengths.Pattern + @")|\bdue (?:in|within|after) (?<len>" + Lengths.Pattern + ")", RegexOptions.NonBacktracking)]
    private static partial Regex Within();

    [GeneratedRegex(@"\b(?:and|&) (?:an? )?(?:email|text)(?: message)?(?: them)?$", RegexOptions.NonBacktracking)]
    private static partial Regex AndBoth();
}
