using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Names;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>Telling somebody at the practice.</summary>
static partial class TeamWords
{
    const string Team = @"(?:(?:the |our |my )?(?<who>front desk|team|staff|office|desk|practice|manager|owner|provider|doctor|nurse|injector|practitioner|everyone|everybody|us|me|(?:assigned|responsible) (?:\w+)|whoever is assigned|(?:person|user|1) (?:who is )?assigned|account owner)(?: (?:at|on) the (?:front desk|team))?)";

    public static readonly ImmutableArray<ActWord> All =
    [
        new("team.notify", @"^(?:please )?(?<verb>notify|alert|inform|ping|tell|let) " + Team + @"(?: know)?(?: (?<by>by (?:email|text)))?", Notify),
        new("team.notify", @"^(?:please )?(?<verb>text|email|message)(?: to)? (?:the |our |my )?(?<who>front desk|team|staff|office|manager|owner|provider|doctor|nurse|injector|practitioner|us|me)\b", Notify),
        new("team.notify", @"^(?:please )?send (?:a |an |the |our )?(?<verb>notification|alert|email|text|message)(?: notification)? to (?:the |our |my )?(?<who>front desk|team|staff|office|manager|owner|provider|doctor|nurse|us|me|assigned \w+|everyone on the team)\b", Notify),
        new("team.notify", @"^send (?:the |our )?(?<who>front desk|team|staff|office|manager|owner|provider|doctor|nurse|us|me) (?:a |an )?(?<verb>notification|alert|email|text|message)", Notify),
        new("team.notify", @"^(?:please )?(?<verb>notify|alert|inform|ping|tell|let|text|email|message) ", Person),
        new("team.notify", @"^send (?:a |an )?(?<verb>notification|alert|email|text|message) to ", Person),
        new("team.notify", @"^(?:please )?(?<verb>notify|alert)\b", Notify),
    ];

    static JsonObject? Person(ActSaid said) => Names.Person.Find(said.Clause, said.Scene) is { } user ? Config(said, "user", user) : null;

    static JsonObject Notify(ActSaid said)
    {
        if (Names.Person.Find(said.Clause, said.Scene) is { } user) return Config(said, "user", user);
        var who = said.Word("who");
        if (who.Contains("assigned", StringComparison.Ordinal) || who.StartsWith("responsible", StringComparison.Ordinal)) return Config(said, "assigned", null);
        if (who is not ("team" or "staff" or "everyone" or "everybody" or "us")) said.Scene.Assume($"“{(who.Length > 0 ? who : "Notify")}” is taken as everybody on the team; choose one member in the step if you mean one.");
        return Config(said, "all", null);
    }

    static JsonObject Config(ActSaid said, string to, Named? user)
    {
        var text = said.Clause.Text;
        var channel = said.Word("verb") == "email" || text.Contains("by email", StringComparison.Ordinal) || text.Contains("via email", StringComparison.Ordinal) || text.Contains("an email", StringComparison.Ordinal) ? "email"
            : said.Word("verb") == "text" || text.Contains("by text", StringComparison.Ordinal) || text.Contains("via text", StringComparison.Ordinal) ? "sms" : "inapp";
        var config = new JsonObject { ["to"] = to };
        if (user is not null) config["userId"] = user.Id;
        config["channel"] = channel;
        config["subject"] = said.Scene.Starts.FirstOrDefault()?.Name ?? "News";
        config["body"] = said.Quote ?? Body(said);
        said.Clause.Take(Addressed());
        return config;
    }

    static string Body(ActSaid said)
    {
        var about = Topic.Inside(said.Rest) ?? (Topic.IsAbout(said.Rest) ? Topic.About(said.Rest) : null);
        if (said.Scene.Starts.Exists(start => start.Type == "schedule.due")) return about is null ? "It is time." : char.ToUpperInvariant(about[0]) + about[1..] + ".";
        return about is null
            ? $"{{{{contact.name | default: \"A contact\"}}}}: {(said.Scene.Starts.FirstOrDefault()?.Name ?? "please have a look").ToLowerInvariant()}."
            : $"{{{{contact.name | default: \"A contact\"}}}}: {about}.";
    }

    [GeneratedRegex(@"\b(?:by|via|an?) (?:email|text|sms)\b|\bknow\b", RegexOptions.NonBacktracking)]
    private static partial Regex Addressed();
}
