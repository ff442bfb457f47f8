using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Finds the time that a clause speaks of: "2 days later", "24 hours before the visit", "the next day at 10 am".</summary>
static partial class TimeReader
{
    const string L = Lengths.Pattern;
    const string Visit = @"(?:the |their |his |her |an |a |each |every |your |any )?(?:\w+ ){0,2}?(?:appointments?|visits?|consultations?|treatments?|bookings?|sessions?|noshow|" + Vocabulary.Treatments.Done + ")";
    const string T = Lengths.TimeOfDay;

    /// <summary>Null when it speaks of none.</summary>
    public static TimeMention? Take(Clause clause, Scene scene)
    {
        if (clause.Take(BeforeBirthday()) is not null) return new TimeMention.BeforeDate();
        if (scene.Starts.Exists(start => start.Type == "invoice.changed") && SinceDue(clause) is { } overdue) return overdue;
        if (clause.Take(DayNumber()) is { } numbered && Counted(numbered, scene)) return new TimeMention.OnDay(int.Parse(numbered.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture), At(clause, scene));
        if (clause.Take(Several()) is { } several)
        {
            var sign = several.Groups["dir"].Value == "after" ? "" : "-";
            return new TimeMention.Several([.. Length().Matches(several.Groups["list"].Value).Select(match => sign + Lengths.Iso(Complete(match.Value, several.Groups["list"].Value)))]);
        }
        if (clause.Take(AroundVisit()) is { } around) return Around(around, clause, scene);
        if (clause.Take(DayOf()) is { } dayOf) return scene.Starts.Exists(start => start.Type == "contact.birthday") ? new TimeMention.Later("PT0S", At(clause, scene) ?? Hour(dayOf.Groups["part"].Value)) : Around("PT0S", At(clause, scene) ?? Hour(dayOf.Groups["part"].Value), scene);
        if (clause.Take(OnTheDay()) is not null) return scene.Starts.Exists(start => start.Type == "contact.birthday") ? new TimeMention.BeforeDate() : new TimeMention.Around("PT0S", At(clause, scene) ?? "08:00");
        if (clause.Take(NextDay()) is { } next)
            return new TimeMention.Later(next.Groups["unit"].Value switch { "week" => "P7D", "month" => "P1M", _ => "P1D" }, At(clause, scene) ?? (next.Groups["unit"].Value is "morning" ? "09:00" : null));
        if (clause.Take(Later()) is { } later) return new TimeMention.Later(Lengths.Iso(later.Groups["len"].Success ? later.Groups["len"].Value : later.Groups["len2"].Value), At(clause, scene));
        if (clause.Take(BeforeOther()) is { } other)
        {
            if (scene.Starts.Exists(start => start.Type == "contact.date")) return new TimeMention.BeforeDate();
            // Only visits, birthdays and due dates can be counted down to.
            scene.Miss(clause.TypedOf(other));
            return null;
        }
        if (clause.Take(JustBefore()) is { } just)
            return Direction(just.Groups["dir"].Value, just.Groups["len"].Value, At(clause, scene), scene);
        return At(clause, scene) is { } at ? new TimeMention.Later("PT0S", at) : null;
    }

    /// <summary>"Day 1" is the day on which it starts, where it is named.</summary>
    static bool Counted(Match numbered, Scene scene)
    {
        if (numbered.Groups["n"].Value == "1") scene.CountsFromOne = true;
        return true;
    }

    static TimeMention.Around Around(Match match, Clause clause, Scene scene)
    {
        var sign = match.Groups["dir"].Value.StartsWith("after", StringComparison.Ordinal) || match.Groups["dir"].Value == "following" ? "" : "-";
        var spoken = match.Groups["len"].Value;
        var length = char.IsAsciiDigit(spoken[0]) ? Lengths.Iso(spoken) : "P1D";
        return Around(sign + length, At(clause, scene) ?? spoken switch { "the morning" => "09:00", "the afternoon" => "14:00", "the evening" or "the night" => "18:00", _ => null }, scene);
    }

    /// <summary>From then on "the day after" is the day after the visit.</summary>
    static TimeMention.Around Around(string offset, string? at, Scene scene)
    {
        scene.SpokeOfVisit = true;
        return new(offset, at);
    }

    static string Hour(string part) => part switch { "afternoon" => "14:00", "evening" => "18:00", "morning" => "09:00", _ => "08:00" };

    /// <summary>"A week overdue": null when nothing of the kind is said.</summary>
    public static TimeMention? SinceDue(Clause clause) => clause.Take(OverdueFor()) is { } overdue ? new TimeMention.Overdue(Lengths.Iso(overdue.Groups["len"].Value)) : null;

    /// <summary>"2 hours before": before what has been spoken of.</summary>
    static TimeMention Direction(string direction, string length, string? at, Scene scene)
    {
        var iso = length is "the day" or "day" ? "P1D" : Lengths.Iso(length);
        if (direction is "after" or "following") return scene.SpokeOfVisit && length is "the day" ? new TimeMention.Around(iso, at) : new TimeMention.Later(iso, at);
        return scene.Starts.Exists(start => start.Type == "contact.birthday") ? new TimeMention.BeforeDate() : Around("-" + iso, at, scene);
    }

    /// <summary>A time of day; "in the morning" is nine.</summary>
    public static string? At(Clause clause, Scene scene)
    {
        if (clause.Take(TimeOfDay()) is { } given) return Lengths.Clock(Half(given.Groups["time"].Value, clause));
        if (clause.Take(PartOfDay()) is not { } part) return null;
        var at = part.Groups["part"].Value switch { "morning" => "09:00", "afternoon" => "14:00", _ => "18:00" };
        scene.Assume($"“In the {part.Groups["part"].Value}” is taken as {at}.");
        return at;
    }

    /// <summary>"at 8 in the morning" is 8 am.</summary>
    static string Half(string time, Clause clause)
    {
        if (clause.Take(PartOfDay()) is not { } part || time.Contains('m', StringComparison.Ordinal)) return time;
        return part.Groups["part"].Value == "morning" ? time + " am" : time + " pm";
    }

    /// <summary>"48, 24 and 2 hours": the unit of the last goes for all.</summary>
    static string Complete(string length, string list) =>
        length.Contains(' ', StringComparison.Ordinal) ? length : $"{length} {list[(list.LastIndexOf(' ') + 1)..]}";

    /// <summary>The word of the prompt that follows the time, for "two weeks after a Botox visit".</summary>
    [GeneratedRegex(@"^(?:(?:about|exactly|around|wait) )*(?:(?<len>" + L + @"|the day|day|the morning) )?(?:after|following|once|upon) (?<event>.+)$", RegexOptions.NonBacktracking)]
    public static partial Regex AfterSomething();

    [GeneratedRegex(@"(?:(?<len>" + L + @") )?(?:before|ahead of|prior to|on) (?:the |their |his |her |a |each |every )?(?:\w+ )?birthdays?\b", RegexOptions.NonBacktracking)]
    public static partial Regex BeforeBirthday();

    [GeneratedRegex(@"(?<list>(?:\d+(?: (?:minute|hour|day|week|month))?(?: ,)? (?:and |& )?)+" + L + @") (?<dir>before|after|prior to|ahead of)(?: " + Visit + ")?", RegexOptions.NonBacktracking)]
    private static partial Regex Several();

    [GeneratedRegex(@"\d+(?: (?:minute|hour|day|week|month))?", RegexOptions.NonBacktracking)]
    private static partial Regex Length();

    [GeneratedRegex(@"(?<len>" + L + @"|the (?:day|morning|afternoon|evening|night)|day) (?<dir>before|after|following|prior to|ahead of) " + Visit + @"\b", RegexOptions.NonBacktracking)]
    private static partial Regex AroundVisit();

    [GeneratedRegex(@"\bon the (?:same )?day(?: of (?:the |their |an )?(?:\w+ )?(?:appointment|visit|birthday|consultation|treatment))?", RegexOptions.NonBacktracking)]
    private static partial Regex OnTheDay();

    [GeneratedRegex(@"\b(?:on )?the (?<part>morning|afternoon|evening|day) of\b(?: (?:the |their |an |a )?(?:\w+ )?(?:appointment|visit|consultation|treatment|booking)s?)?", RegexOptions.NonBacktracking)]
    private static partial Regex DayOf();

    [GeneratedRegex(@"\b(?:on )?day (?<n>\d{1,3})\b", RegexOptions.NonBacktracking)]
    private static partial Regex DayNumber();

    [GeneratedRegex(@"\b(?:after |when )?(?:it is |they are )?(?<len>" + L + @") (?:overdue|past due|late|after (?:the|its) due date)\b", RegexOptions.NonBacktracking)]
    private static partial Regex OverdueFor();

    [GeneratedRegex(@"(?:\bthe )?\b(?:next|following) (?:(?<unit>day|week|month|morning)|(?:business|working) (?<unit>day))\b|\bovernight(?<unit>)", RegexOptions.NonBacktracking)]
    private static partial Regex NextDay();

    [GeneratedRegex(@"(?:\b(?:after|in|for another) (?:about |another |the )?(?<len>" + L + @")(?! (?:before|of|offer))\b(?: (?:has |have )?(?:passed|go by))?)|(?<len2>" + L + @") (?:later|after that|afterwards?|from now|from then|after this|thereafter)\b", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Later();

    [GeneratedRegex("(?:" + L + @"|the day) (?:before|prior to|ahead of) (?:the |their |his |her |a |an |it |its )*(?:[\w-]+ ){0,2}?(?:expires?|ends?|renews?|renewal|runs? out|is due|lapses?|starts?|opens?|closes?)\b", RegexOptions.NonBacktracking)]
    private static partial Regex BeforeOther();

    [GeneratedRegex(@"(?<len>" + L + @"|the day) (?<dir>before|after|beforehand|prior|in advance|ahead)\b(?:hand)?", RegexOptions.NonBacktracking)]
    private static partial Regex JustBefore();

    [GeneratedRegex(@"\b(?:at|until|by|around) (?<time>" + T + @"|\d{1,2})\b", RegexOptions.NonBacktracking)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\bin the (?<part>morning|afternoon|evening)\b", RegexOptions.NonBacktracking)]
    private static partial Regex PartOfDay();
}
