using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Reads rules of the whole workflow: hours, how often, a reply that ends it.</summary>
static partial class SettingReader
{
    static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const string DayName = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?";
    const string T = Lengths.TimeOfDay + @"|\d{1,2}";

    /// <summary>Takes whatever rules the clause has.</summary>
    public static bool Take(Clause clause, JsonObject settings, Scene scene)
    {
        var found = Window(clause, settings, scene);
        if (clause.Take(Once()) is not null) (settings["reentry"], found) = ("once", true);
        else if (clause.Take(Always()) is not null) (settings["reentry"], found) = ("always", true);
        return found;
    }

    static bool Window(Clause clause, JsonObject settings, Scene scene)
    {
        var (hours, office, days) = (clause.Take(Between()), clause.Take(Office()), clause.Take(Days()));
        if (hours is null && office is null && days is null) return Closed(clause, settings, scene);
        var open = days is null ? null : Open(days.Value);
        // "Do not text them on Sundays": every other day, where no hours are named.
        if (days is not null && open is not null && !Denied().IsMatch(days.Value) && !days.Value.StartsWith("except", StringComparison.Ordinal) && Denied().IsMatch(clause.Text[..days.Index]))
        {
            if (hours is not null || office is not null || NotAfter().IsMatch(clause.Text) || NotBefore().IsMatch(clause.Text)) return false;
            open = [.. Week.Except(open)];
        }
        var from = hours is null ? null : Lengths.Clock(hours.Groups["from"].Value);
        var to = hours is null ? null : Lengths.Clock(hours.Groups["to"].Value, afternoon: true);
        if (hours is not null && (from is null || to is null)) return false;
        // "Not between 9 pm and 8 am" is open between 8 am and 9 pm.
        if (hours is not null && Denied().IsMatch(clause.Text)) (from, to) = (to, from);
        if (from is not null && string.CompareOrdinal(from, to) >= 0) return false;
        // "Between 10 and 7 and never on Sundays" is one rule in two parts.
        if (settings["window"] is JsonObject there)
        {
            if (hours is null && office is null) (from, to) = (there["from"]!.ToString(), there["to"]!.ToString());
            if (days is null && office is null) open = [.. there["days"]!.AsArray().Select(day => day!.ToString())];
        }
        if (office is not null) scene.Assume("Business hours are taken as 09:00 to 18:00 from Monday to Friday.");
        else if (hours is null && from is null) scene.Assume("No hours were given, so messages go between 09:00 and 18:00 on those days.");
        settings["window"] = new JsonObject
        {
            ["days"] = new JsonArray([.. (open ?? (office is not null ? Week[..5] : Week)).Select(day => JsonValue.Create(day))]),
            ["from"] = from ?? "09:00", ["to"] = to ?? "18:00",
        };
        // "Only text them on weekdays" is a rule; "text them on weekdays" is a message as well.
        if (Rule().IsMatch(clause.Text)) clause.Take(Sending());
        return true;
    }

    /// <summary>"Do not text after 8pm", "never before 9 am".</summary>
    static bool Closed(Clause clause, JsonObject settings, Scene scene)
    {
        if (!Rule().IsMatch(clause.Text)) return false;
        var (late, early) = (clause.Take(NotAfter()), clause.Take(NotBefore()));
        if (late is null && early is null) return false;
        var (from, to) = (early is null ? "09:00" : Lengths.Clock(early.Groups["at"].Value), late is null ? "20:00" : Lengths.Clock(late.Groups["at"].Value, afternoon: true));
        if (from is null || to is null || string.CompareOrdinal(from, to) >= 0) return false;
        scene.Assume($"Messages go between {from} and {to}, on every day.");
        settings["window"] = new JsonObject { ["days"] = new JsonArray([.. Week.Select(day => JsonValue.Create(day))]), ["from"] = from, ["to"] = to };
        return true;
    }

    static string[] Open(string words)
    {
        var named = words.Contains("weekdays", StringComparison.Ordinal) || words.Contains("working day", StringComparison.Ordinal) ? Week[..5]
            : words.Contains("weekends", StringComparison.Ordinal) ? Week[5..]
            : [.. Week.Where(day => Regex.IsMatch(words, $@"\b{day}", RegexOptions.NonBacktracking))];
        if (words.Contains(" to ", StringComparison.Ordinal) || words.Contains(" through ", StringComparison.Ordinal))
        {
            var (first, last) = (Array.IndexOf(Week, named[0]), Array.IndexOf(Week, named[^1]));
            named = Week[first..(last + 1)];
        }
        return words.StartsWith("not", StringComparison.Ordinal) || words.StartsWith("never", StringComparison.Ordinal) || words.StartsWith("except", StringComparison.Ordinal) ? [.. Week.Except(named)] : named;
    }

    [GeneratedRegex(@"(?:\bonly )?\b(?:between|from) (?<from>" + T + @") (?:and|to|until) (?<to>" + T + @")\b", RegexOptions.NonBacktracking)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:not|never|no)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(?:after|past|later than) (?<at>" + T + @")\b", RegexOptions.NonBacktracking)]
    private static partial Regex NotAfter();

    [GeneratedRegex(@"\b(?:before|earlier than) (?<at>" + T + @")\b(?! (?:minute|hour|day|week|month))", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex NotBefore();

    [GeneratedRegex(@"(?:\bonly )?\b(?:during|in|within) (?:our |normal |regular )?(?:business|office|opening|working|work) hours?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Office();

    [GeneratedRegex(@"(?:\bnot |\bnever |\bexcept )?\b(?:only )?(?:(?:send|text|message|email) (?:them |patient )?)?(?:on |during |from |at )(?:the )?(?:(?:weekdays|weekends|working days?)|" + DayName + "(?: (?:to|through|and|or|,) (?:and )?" + DayName + @")*)\b|\bonly weekdays\b|\b(?:not|never|except)(?: on)? " + DayName + @"\b", RegexOptions.NonBacktracking)]
    private static partial Regex Days();

    [GeneratedRegex(@"^(?:and |but )?(?:only|just|send only|text only|messages?|texts|never|not|do not|do everything|all)\b|^(?:send|do) (?:this|it|these|everything|all|messages)\b|^(?:and |but )?(?:send |text |email |message |contact )?(?:(?:texts?|emails?|them|anything) )?only (?:on|between|from|during|in|within|at|weekdays|weekends)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:and |but )?(?:only |just )?(?:send|text|message|email|contact)?(?: ?(?:them|messages?|texts?|emails?|patient|anything|this|it|only)\b)*", RegexOptions.NonBacktracking)]
    private static partial Regex Sending();

    [GeneratedRegex(@"\b(?:only )?once (?:per|for each|for every|a) (?:patient|contact|person|lead)\b|\bonly once\b|\b(?:never|not) (?:more than once|twice|again)\b|\bonly the first time\b", RegexOptions.NonBacktracking)]
    private static partial Regex Once();

    [GeneratedRegex(@"\b(?:every time|as often as|more than once|again and again)\b(?: per (?:patient|contact))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Always();
}
