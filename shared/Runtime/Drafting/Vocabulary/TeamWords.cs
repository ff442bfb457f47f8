using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>Telling somebody at the practice.</summary>
static partial class TeamWords
{
    const string Team = @"(?:(?:the |our |my )?(?<who>front desk|team|staff|office|desk|practice|manager|owner|provider|doctor|nurse|injector|practitioner|everyone|everybody|us|me|(?:assigned|responsible) (?:\w+)|whoever is assigned|(?:person|user|1) (?:who is )?assigned|account owner)(?: (?:at|on) the (?:front desk|team))?)";

    public static readonly ImmutableArray<ActWord> All =
    [
        new("team.notify", @"^(?:please )?(?<verb>notify|alert|inform|ping|tell|let) " + Team + @"(?: know)?(?: (?<by>by (?:email|text)))?", Notify),
        new("team.notify", @"^(?:please )?(?<verb>text|email|message)(?: to)? (?:the |our |my )?(?<who>front desk|team|staff|office|manager|owner|provider|doctor|nurse|injector|practitioner|us|me)\b", Notify),
        new("team.notify", @"^(?:please )?send (?:a |an |the |our )?(?<what>(?:[\w-]+ ){0,4}?)(?<verb>notification|alert|email|text|message|reminder|note|list|summary|report|copy)(?: notification)? to (?:the |our |my )?(?<who>front desk|team|staff|office|manager|owner|provider|doctor|nurse|us|me|assigned \w+|everyone on the team)\b", Notify),
        new("team.notify", @"^send (?:the |our )?(?<who>front desk|team|staff|office|manager|owner|provider|doctor|nurse|us|me) (?:a |an )?(?<verb>notification|alert|email|text|message)", Notify),
        new("team.notify", @"^(?:please )?(?:send|forward|show|give) (?:the |our |my )?(?<who>front desk|team|staff|office|manager|owner|provider|doctor|nurse)\b", said => Work().IsMatch(said.Clause.Text) ? null : Notify(said)),
        new("team.notify", @"^(?:please )?(?<verb>notify|alert|inform|ping|tell|let|text|email|message|warn|update|loop in|cc|copy in|send|forward|give|make) ", Person),
        new("team.notify", @"^send (?:a |an |the )?(?:\w+ )?(?<verb>notification|alert|email|text|message) to ", Person),
        new("team.notify", @"^(?:please )?(?<verb>notify|alert|inform|ping|tell|let) (?:her|him)\b", said => said.Scene.Colleague is { } colleague ? Config(said, "user", colleague) : null),
        new("team.notify", @"^(?:please )?(?<verb>notify|alert)\b", Notify),
    ];

    /// <summary>Who is named right after the verb: "tell Nora", and not "text them about Nora". To let somebody call is no news.</summary>
    static JsonObject? Person(ActSaid said)
    {
        var text = said.Clause.Text;
        if (said.Word("verb") is "let" && !text.Contains(" know", StringComparison.Ordinal) || said.Word("verb") is "make" && !text.Contains(" aware", StringComparison.Ordinal) || said.Word("verb") is "send" or "give" && Work().IsMatch(text)) return null;
        var after = said.Clause.From(said.Clause.WordAt(said.Match.Index + said.Match.Length));
        if (Names.Person.Leading(after, said.Scene) is not { } user) return null;
        // "Tell Nora and Theo": what follows the first name may be more of them.
        var more = AndMore().IsMatch(after.Text) ? Names.Person.All(after, said.Scene) : [user];
        said.Clause.Adopt(after);
        var config = Config(said, "user", user, AndWord().Replace(after.Remaining().Typed, ""));
        if (more.Count < 2) return config;
        config.Remove("userId");
        (config["to"], config["users"]) = ("users", new JsonArray([.. more.Select(member => JsonValue.Create(member.Id))]));
        return config;
    }

    [GeneratedRegex(@"^(?:dr\.? )?[\w.]+(?: [\w.]+)?(?: ,)? and ", RegexOptions.NonBacktracking)]
    private static partial Regex AndMore();

    [GeneratedRegex("^and\\b ?", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex AndWord();

    [GeneratedRegex(@"\b(?:a|an|another) (?:\w+ )?task\b", RegexOptions.NonBacktracking)]
    private static partial Regex Work();

    static JsonObject Notify(ActSaid said)
    {
        if (Names.Person.Find(said.Clause, said.Scene) is { } user) return Config(said, "user", user);
        var who = said.Word("who");
        if (who.Contains("assigned", StringComparison.Ordinal) || who.StartsWith("responsible", StringComparison.Ordinal)) return Config(said, "assigned", null);
        if (RoleOf(who) is { } role)
        {
            var config = Config(said, "role", null);
            config["role"] = role;
            return config;
        }
        if (who is not ("team" or "staff" or "everyone" or "everybody" or "us")) said.Scene.Assume($"“{(who.Length > 0 ? who : "Notify")}” is taken as everybody on the team; choose one member in the step if you mean one.");
        return Config(said, "all", null);
    }

    /// <summary>The roles that the catalogue knows.</summary>
    static string? RoleOf(string who) => who switch
    {
        "front desk" or "desk" => "frontdesk", "owner" => "owner", "provider" or "doctor" or "nurse" or "injector" or "practitioner" => "provider", _ => null,
    };

    static JsonObject Config(ActSaid said, string to, Named? user, string? rest = null)
    {
        var text = said.Clause.Text;
        var channel = said.Word("verb") == "email" || text.Contains("by email", StringComparison.Ordinal) || text.Contains("via email", StringComparison.Ordinal) || text.Contains("an email", StringComparison.Ordinal) ? "email"
            : said.Word("verb") == "text" || text.Contains("by text", StringComparison.Ordinal) || text.Contains("via text", StringComparison.Ordinal) ? "sms" : "inapp";
        var config = new JsonObject { ["to"] = to };
        if (user is not null) config["userId"] = user.Id;
        config["channel"] = channel;
        config["subject"] = said.Scene.Starts.FirstOrDefault()?.Name ?? "News";
        config["body"] = said.Quote ?? Body(said, rest ?? said.Rest);
        foreach (Match way in Addressed().Matches(said.Clause.Text)) said.Clause.Use(way);
        return config;
    }

    static string Body(ActSaid said, string rest)
    {
        var about = (said.Match.Groups["what"] is { Success: true, Length: > 0 } what ? said.Clause.TypedOf(what) : null) ?? Topic.Inside(rest) ?? Whole(rest) ?? (Topic.IsAbout(rest) ? Topic.About(rest) : null);
        if (said.Scene.Starts.Exists(start => start.Type == "schedule.due")) return about is null ? "It is time." : char.ToUpperInvariant(about[0]) + about[1..] + ".";
        return about is null
            ? $"{{{{contact.name | default: \"A contact\"}}}}: {(said.Scene.Starts.FirstOrDefault()?.Name ?? "please have a look").ToLowerInvariant()}."
            : $"{{{{contact.name | default: \"A contact\"}}}}: {about}.";
    }

    /// <summary>"a summary of the day": what is left when the name and the way are gone.</summary>
    static string? Whole(string spoken)
    {
        var rest = Around().Replace(spoken, "").Trim();
        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => !LittleWords.Has(word.ToLowerInvariant())) >= 2 ? Topic.About(rest) : null;
    }

    /// <summary>How they are to be told.</summary>
    [GeneratedRegex(@"\b(?:by|via) (?:e-?mail|text|sms)\b|\b(?:in the app|know|aware|a heads up|heads up)\b|^(?:an? )?(?:e-?mail|text|message|notification|alert)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Around();

    [GeneratedRegex(@"\b(?:in the app|in app|a heads up|heads up|aware)\b|\b(?:by|via|an?) (?:email|text|sms)\b|\bknow\b", RegexOptions.NonBacktracking)]
    private static partial Regex Addressed();
}
