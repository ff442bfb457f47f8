using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Drafting.Vocabulary;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Finds the event that a clause speaks of, with everything it says to narrow it.</summary>
static partial class EventReader
{
    /// <summary>Null when the clause speaks of none. What is understood is taken from the clause.</summary>
    /// <param name="happens">It must have happened: "not paid" is no payment.</param>
    public static EventMention? Take(Clause clause, Scene scene, bool happens = false)
    {
        // "Abandons their booking" is the opposite of a booking, and no event says so.
        if (Unfinished().IsMatch(clause.Text)) return null;
        // "A deal over $2000 is won": the event is read around the number.
        var measure = Measures.In(clause);
        var spoken = measure is null ? clause : clause.Without(measure);
        foreach (var word in EventWords.All)
        {
            var match = word.Phrase.Match(spoken.Text);
            if (!match.Success) continue;
            if (happens && !Denial().IsMatch(match.Value) && Denial().IsMatch(spoken.Text[..match.Index])) continue;
            if (Details(word, match, spoken, scene) is not { } details) continue;
            Understand(spoken, match);
            if (word.Type == "contact.birthday") spoken.Take(TimeReader.BeforeBirthday());
            foreach (Match doing in Doing().Matches(spoken.Text)) spoken.Use(doing);
            var filters = word.Filters.Concat(details).Concat(Narrowing.Take(spoken, word.Type, scene)).ToList();
            if (OfTime.Filter(spoken, scene) is { } time) filters.Add(time);
            if (measure is not null && Measures.Of(word.Type, measure) is { } row)
            {
                // Whoever names a number means it and not what the word stands for.
                filters.RemoveAll(known => known.Field == row.Field);
                filters.Add(row);
                clause.Use(measure);
            }
            clause.Adopt(spoken);
            return new(word.Type, [.. filters.DistinctBy(row => row.Field)], word.Name, Config: Config(word, match, clause));
        }
        return null;
    }

    /// <summary>What stands in the phrase for any word, and what may follow it, is left for others to read.</summary>
    static void Understand(Clause clause, Match match)
    {
        var at = match.Index;
        foreach (Capture open in match.Groups["any"].Captures.Concat(match.Groups["rest"].Captures))
        {
            clause.Use(at, open.Index - at);
            at = open.Index + open.Length;
        }
        clause.Use(at, match.Index + match.Length - at);
    }

    [GeneratedRegex(@"\b(?:not|never|no)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Denial();

    /// <summary>What the phrase itself names. Null: a name that does not exist makes it another phrase after all.</summary>
    static IEnumerable<Row>? Details(EventWord word, Match match, Clause clause, Scene scene)
    {
        string? Said(string group)
        {
            foreach (Group part in match.Groups)
                if (part.Success && part.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == group && !char.IsAsciiDigit(part.Name[0])) return Literal(clause, part);
            return null;
        }
        switch (word.Type)
        {
            case "contact.tag.added" or "contact.tag.removed":
                return Said("tag") is { } tag && !IsNoName(tag) ? [new("tag.name", "is", TagName(tag, scene))] : [];
            case "opportunity.stage.changed":
                return Said("stage") is { } stage && Stages.Find(stage, scene) is { } found ? [new("opportunity.stageId", "is", found.Stage.Id)] : null;
            case "contact.created" when Visit().IsMatch(clause.Text):
                return null;
            case "opportunity.stale" when Said("stage") is { } idle:
                return Stages.Find(idle, scene) is { } still ? [new("opportunity.stageId", "is", still.Stage.Id)] : null;
            case "payment.received" when Said("product") is { } product:
                return [new("payment.product", "contains", product)];
            case "opportunity.status.changed":
                return [new("opportunity.status", "is", Said("status") ?? (Said("won") == "lose" ? "lost" : "won"))];
            case "message.received" when Said("word") is { } text:
                return [new("message.body", "contains", text)];
            case "contact.changed" when Said("field") is { } field and not "details" and not "number":
                return [new("change.fields", "contains", field)];
            case "appointment.status.changed" or "invoice.changed" or "document.changed" or "estimate.changed" or "subscription.changed" when Said("status") is { } status:
                return [new(word.Type.Split('.')[0] + ".status", "is", Stored(word.Type, status))];
            case "contact.score.changed" when Said("score") is { } score:
                return [new("score.value", "gte", decimal.Parse(score, CultureInfo.InvariantCulture))];
            default:
                return [];
        }
    }

    static string Stored(string type, string status) => status switch
    {
        "renews" or "renewed" => "active",
        "expires" => "expired",
        "cancelled" when type == "subscription.changed" => "canceled",
        _ => status,
    };

    /// <summary>What a trigger of dates needs to know besides what it filters by.</summary>
    static JsonObject? Config(EventWord word, Match match, Clause clause) => word.Type switch
    {
        "task.due" when clause.Take(DaysOver()) is { } late => new() { ["when"] = "after", ["days"] = Math.Clamp(int.Parse(late.Groups["days"].Value, CultureInfo.InvariantCulture), 0, 365), ["at"] = "08:00" },
        "task.due" => match.Value.Contains("over", StringComparison.Ordinal) || match.Value.Contains("past", StringComparison.Ordinal) || match.Value.EndsWith("late", StringComparison.Ordinal)
            ? new() { ["when"] = "after", ["days"] = 1, ["at"] = "08:00" } : new() { ["when"] = "on", ["days"] = 0, ["at"] = "08:00" },
        "opportunity.stale" => new() { ["days"] = match.Groups["days"] is { Success: true } days && int.TryParse(days.Value, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 365) : 7, ["at"] = "08:00" },
        _ => null,
    };

    public static string Literal(Clause clause, Capture part)
    {
        if (!part.Value.Contains(Word.Quote, StringComparison.Ordinal)) return clause.TypedOf(part);
        var at = clause.WordAt(part.Index + part.Value.IndexOf(Word.Quote, StringComparison.Ordinal));
        return clause.Words[at].Literal!;
    }

    public static string TagName(string spoken, Scene scene)
    {
        var tag = spoken.Trim();
        if (NameSearch.Tag(scene.Names, tag) is { } known) return known;
        scene.Assume($"The tag “{tag}” is not used anywhere yet; it is taken as written.");
        return tag;
    }

    static bool IsNoName(string word) => word is "a" or "the" or "an" or "is" or "new" or "any";

    [GeneratedRegex(@"\babandon\w*|\b(?:not|never) (?:finish|complete|submit)\w*|\bleaves? .*\b(?:unfinished|half way|halfway)", RegexOptions.NonBacktracking)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\b(?:by|for|more than)? ?(?<days>\d{1,3}) day(?: (?:overdue|past due|late))?", RegexOptions.NonBacktracking)]
    private static partial Regex DaysOver();

    /// <summary>"The first visit of a new patient" is about the visit.</summary>
    [GeneratedRegex(@"\b(?:appointment|visit|consultation|consult|treatment)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Visit();

    /// <summary>The verbs around what happens, which say nothing more.</summary>
    [GeneratedRegex(@"\b(?:fill(?:s|ed)?(?: (?:in|out))?|submit(?:s|ted)?|complete[sd]?|sen(?:ds|t|d)|com(?:es|e|ing)(?: (?:in|through))?|receive[sd]?|arrives?|makes?|made|gets?|created|added|booked|schedules?d?|appointments?|visits?|consultations?|bookings?|treatments?|sessions?|status|chang(?:es|ed)|opportunity|deal|lead|website|site|web|payment|joins?|signs? up|invoice|rating|stars?|lands?|drops?|(?:to|1 of)? ?our (?:texts?|emails?|messages?)|given|issued|processed|started|online|pipeline|card|form)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Doing();
}
