using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>"Five days before a package expires", "when their membership renews": a date that the practice keeps on its contacts.</summary>
static partial class DateReader
{
    public static EventMention? Take(Clause clause, Scene scene)
    {
        return Spoken().Match(clause.Text) is { Success: true } match ? Read(match, clause, scene) : null;
    }

    /// <summary>The same in the middle of a deed: "remind them a week before their membership renews".</summary>
    public static EventMention? Within(Clause clause, Scene scene) => Inside().Match(clause.Text) is { Success: true } match ? Read(match, clause, scene) : null;

    static EventMention? Read(Match match, Clause clause, Scene scene)
    {
        var fields = scene.Names.Dates.Where(date => !Visits().IsMatch(date.Name)).ToList();
        if ((NameSearch.Find(fields, match.Groups["what"].Value) ?? NameSearch.Find(fields, match.Groups["of"].Value)) is not { } field) return null;
        clause.Use(match);
        scene.Assume($"“{clause.TypedOf(match.Groups["what"])}” is read as the date “{field.Name}” that is kept on contacts.");
        var (before, length) = (match.Groups["dir"].Value is "before" or "prior to" or "ahead of", match.Groups["len"].Value);
        var days = length.Length == 0 ? 0 : Durations.TryParse(length is "the day" or "day" ? "P1D" : Lengths.Iso(length), out var parsed) ? parsed.Days + 30 * parsed.Months : 0;
        return new("contact.date", [], field.Name, Config: new JsonObject { ["field"] = field.Id, ["when"] = days == 0 ? "on" : before ? "before" : "after", ["days"] = days, ["at"] = "09:00" });
    }

    const string What = @"(?:someone |patient |the |a |an |their |his |her |each |every |any |our |of |that )*(?<what>(?<of>[\w-]+(?: [\w-]+)?) (?:expires?|expiry|expiration|renews?|renewal|ends?|runs? out|is due|is up|lapses?|date))\b";

    [GeneratedRegex("(?<len>" + Lengths.Pattern + @"|the day) (?<dir>before|after|prior to|ahead of) " + What, RegexOptions.NonBacktracking)]
    private static partial Regex Inside();

    [GeneratedRegex("(?i)\\b(?:visit|treatment|appointment)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Visits();

    [GeneratedRegex(@"^(?:when(?:ever)? |once |if |as soon as |on the day )?(?:(?<len>" + Lengths.Pattern + @"|the day|day) (?<dir>before|after|prior to|ahead of) )?" + What, RegexOptions.NonBacktracking)]
    private static partial Regex Spoken();
}
