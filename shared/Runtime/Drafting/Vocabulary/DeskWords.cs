using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Runtime.Drafting.Names;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>Work for the team: tasks, calls, notes.</summary>
static partial class DeskWords
{
    const string Desk = @"(?:the |our |a |my )?(?:front desk|team|staff|office|manager|owner|provider|doctor|nurse|someone|us|me|assigned \w+)";

    public static readonly ImmutableArray<ActWord> All =
    [
        new("task.add", @"^(?:please )?(?:create|add|make|set up|set|open|put|give|assign|leave|have|get)(?: \w+)? (?:a |an |another |the )?(?:[\w-]+ ){0,2}?tasks?\b", Task),
        new("task.add", @"^(?:an? |another |the )?(?:\w+ )?tasks? (?:for|to)\b", Task),
        new("task.add", @"^remind " + Desk + " to ", Task),
        new("task.add", @"^remind [\w.]+(?: [\w.]+)? to ", said => Person.Find(said.Clause, said.Scene) is null ? null : Task(said)),
        new("task.add", @"^(?:" + Desk + @" (?:should|can|must|will|to|calls?) )?(?:call|phone|ring|telephone)\b(?: (?:them|him|her|the (?:patient|lead|contact)|patient|lead))?", Call),
        new("task.add", @"^(?:have|get|ask|let|tell) " + Desk + @" (?:to )?(?:call|phone|ring)\b(?: (?:them|him|her|the (?:patient|lead)|patient|lead))?", Call),
        new("task.add", @"^(?:have|get|ask|let|tell) [\w.]+(?: [\w.]+)? (?:to )?(?:call|phone|ring)\b(?: (?:them|him|her|the (?:patient|lead)|patient|lead))?", said => Person.Find(said.Clause, said.Scene) is null ? null : Call(said)),
        new("task.add", @"^(?:a|an|the|1) (?:[\w-]+ ){0,3}?(?:phone |follow up )?calls?\b", Call),
        new("task.add", @"^(?:give them a|make a|schedule a|book a) (?:\w+ )?call\b", Call),
        new("task.add", @"^(?:have|get|ask) " + Desk + " (?:to )?", Task),
        new("task.add", @"^(?:(?:have|get|ask) )?[\w.]+(?: [\w.]+)? (?:(?:should|must|can|will|to|needs to|has to) )?(?:calls?|phones?|rings?)\b(?: (?:them|him|her|the (?:patient|lead)|patient|lead))?", said => Leads(said) ? Call(said) : null),
        new("task.add", @"^(?:have|get|ask) [\w.]+(?: [\w.]+)??(?: to)? ", said => Leads(said) ? Task(said) : null),
        new("note.add", @"^(?:add|leave|write|make|put|log) (?:a |the |an )?(?:\w+ )?note\b", said => (said.Quote ?? (ToWhom(said.Rest) ? null : Topic.About(said.Rest))) is { } text ? new() { ["text"] = text } : new() { ["text"] = "Added by the workflow." }),
    ];

    /// <summary>Somebody of the team is named before what they are to do.</summary>
    static bool Leads(ActSaid said)
    {
        var who = said.Clause.Words[0].Text is "have" or "get" or "ask" ? said.Clause.From(1) : said.Clause;
        return Person.Leading(who, said.Scene) is not null;
    }

    static JsonObject Call(ActSaid said)
    {
        var about = Topic.About(said.Rest);
        return Config(said, $"Call {{{{contact.name | default: \"the contact\"}}}}{(about is null ? "" : $" {(Topic.IsAbout(said.Rest) ? Lead(said.Rest) : "–")} {about}")}");
    }

    static string Lead(string rest) => rest.StartsWith("to ", StringComparison.OrdinalIgnoreCase) ? "to" : rest.StartsWith("for ", StringComparison.OrdinalIgnoreCase) ? "for" : "about";

    static JsonObject Task(ActSaid said)
    {
        // The phrase may have taken the little word that says what follows.
        var rest = said.Match.Value.EndsWith(" to", StringComparison.Ordinal) ? $"to {said.Rest}" : said.Match.Value.EndsWith(" for", StringComparison.Ordinal) ? $"for {said.Rest}" : said.Rest;
        // "a task for the front desk to call them": who comes before what.
        var what = rest.StartsWith("to ", StringComparison.OrdinalIgnoreCase) ? Person.Leading(After(said), said.Scene) is null ? rest[3..] : After(rest[3..], " to ") : After(rest, " to ") ?? (said.Match.Value.EndsWith(" to ", StringComparison.Ordinal) ? rest : Whom(rest) ? null : Topic.About(rest));
        var title = said.Quote ?? (what is null ? null : Topic.About("to " + what));
        return Config(said, title is null ? "Follow up with {{contact.name | default: \"the contact\"}}" : said.Quote is not null ? title : Title(title));
    }

    /// <summary>"to the patient" says where a note goes and not what is in it.</summary>
    static bool ToWhom(string rest) => Where().IsMatch(rest);

    [GeneratedRegex(@"^(?:to|on|in|for) (?:the |their |his |her )?(?:them|patient|client|contact|lead|file|profile|record|chart|account|card|deal|opportunity)(?:'s? (?:file|profile|record|chart))?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Where();

    /// <summary>What stands behind the "to" or "for" that ends the phrase or follows it.</summary>
    static Words.Clause After(ActSaid said)
    {
        var at = Math.Min(said.Match.Index + said.Match.Length, said.Clause.Text.Length - 1);
        var rest = said.Clause.From(said.Clause.WordAt(at));
        return rest.Words is [{ Text: "to" or "for" }, ..] ? rest.From(1) : rest;
    }

    static bool Whom(string rest) => rest.StartsWith("for ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("to ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("on ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"call them" is "Call Ada Hart": a task stands in a list, where nobody knows who "them" is.</summary>
    static string Title(string what)
    {
        const string Name = "{{contact.name | default: \"the contact\"}}";
        var title = System.Text.RegularExpressions.Regex.Replace(what, @"\b(?:them|the patient|the lead|him|her)\b(?!\s+\w+s?\s+file)", Name, System.Text.RegularExpressions.RegexOptions.IgnoreCase, Patterns.Limit);
        title = char.ToUpperInvariant(title[0]) + title[1..];
        return title is "Call" or "Follow up with" ? $"{title} {Name}" : title;
    }

    static string? After(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? text[(at + word.Length)..] : null;

    static JsonObject Config(ActSaid said, string title)
    {
        var config = new JsonObject { ["title"] = title };
        if (Person.Find(said.Clause, said.Scene) is { } user) (config["assignTo"], config["userId"]) = ("user", user.Id);
        else if (said.Clause.Text.Contains(" owner", StringComparison.Ordinal) || said.Clause.Text.Contains("assigned", StringComparison.Ordinal)) config["assignTo"] = "owner";
        if (said.Due is null) said.Scene.Assume("A task is due one day after it is made, unless a time was given.");
        config["due"] = said.Due ?? "P1D";
        said.Clause.Take(Whose());
        return config;
    }

    /// <summary>The desk works off whatever is given to nobody in particular.</summary>
    [GeneratedRegex(@"\b(?:for|to|by|at) (?:the |our |a |my )?(?:front desk|team|staff|office|owner|assigned \w+)\b|\bfront desk\b", RegexOptions.NonBacktracking)]
    private static partial Regex Whose();
}
