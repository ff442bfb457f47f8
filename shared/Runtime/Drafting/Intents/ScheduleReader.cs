using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>"Every Monday at 9 am", "on the 1st of every month": a schedule and no contact.</summary>
static partial class ScheduleReader
{
    static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const string Month = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    const string Day = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?";
    const string At = @"(?: (?<part>morning|afternoon|evening))?(?: (?:at|around) (?<time>" + Lengths.TimeOfDay + @"|\d{1,2}))?(?: in the (?<part>morning|afternoon|evening))?";

    public static EventMention? Take(Clause clause)
    {
        var config = new JsonObject { ["name"] = "Schedule" };
        Match match;
        var rows = new List<Row>();
        if (clause.Take(Nth()) is { } nth)
        {
            // A week's day that comes on one of seven days of the month comes once in it.
            (match, config["every"]) = (nth, "week");
            config["days"] = new JsonArray([.. Days(nth.Groups["days"].Value).Select(day => JsonValue.Create(day))]);
            var week = nth.Groups["nth"].Value switch { "first" or "1" => 0, "second" or "2" => 1, "third" or "3" => 2, _ => 3 };
            rows.Add(week == 0 ? new("now.dayOfMonth", "lte", 7) : new("now.dayOfMonth", "between", new JsonArray(7 * week + 1, 7 * week + 7)));
        }
        else if (clause.Take(Monthly()) is { } monthly)
        {
            (match, config["every"]) = (monthly, "month");
            config["dayOfMonth"] = monthly.Groups["day"].Success ? Math.Clamp(int.Parse(monthly.Groups["day"].Value, System.Globalization.CultureInfo.InvariantCulture), 1, 31) : 1;
        }
        else if (clause.Take(Weekly()) is { } weekly)
        {
            (match, config["every"]) = (weekly, "week");
            config["days"] = new JsonArray([.. Days(weekly.Groups["days"].Value).Select(day => JsonValue.Create(day))]);
        }
        else if (clause.Take(OfYear()) is { } date)
        {
            (match, config["every"]) = (date, "cron");
            var month = Array.FindIndex(Months, name => date.Groups["month"].Value.StartsWith(name, StringComparison.Ordinal)) + 1;
            config["cron"] = $"0 9 {Math.Clamp(int.Parse(date.Groups["day"].Value, System.Globalization.CultureInfo.InvariantCulture), 1, 31)} {month} *";
            return new("schedule.due", rows, "Schedule", Config: config);
        }
        else if (clause.Take(Daily()) is { } daily) (match, config["every"]) = (daily, "day");
        else return null;
        var time = match.Groups["time"].Value;
        var half = match.Groups["part"].Value is "morning" ? " am" : match.Groups["part"].Value.Length > 0 ? " pm" : "";
        config["at"] = Lengths.Clock(time.Contains('m', StringComparison.Ordinal) ? time : time + half) ?? "09:00";
        return new("schedule.due", rows, "Schedule", Config: config);
    }

    static IEnumerable<string> Days(string text) =>
        text.Contains("weekdays", StringComparison.Ordinal) ? Week[..5]
        : text.Contains("weekends", StringComparison.Ordinal) ? Week[5..]
        : Week.Where(day => Regex.IsMatch(text, $@"\b{day}", RegexOptions.NonBacktracking));

    [GeneratedRegex(@"^(?:on )?(?:the |every |each )?(?<nth>first|second|third|fourth|1|2|3|4)(?: ?(?:st|nd|rd|th))? (?<days>" + Day + ")(?: (?:of|in) (?:(?:every|each|the|a) )?month| (?:every|each) month)" + At, RegexOptions.NonBacktracking)]
    private static partial Regex Nth();

    [GeneratedRegex(@"^(?:on )?(?:the )?(?:(?<day>\d{1,2}) ?(?:st|nd|rd|th)? (?:day )?of (?:every|each|the) month|first (?:day )?of (?:every|each|the) month|(?:every|each|once a) month|once 1 month|monthly)(?: on the (?<day>\d{1,2}) ?(?:st|nd|rd|th))?" + At, RegexOptions.NonBacktracking)]
    private static partial Regex Monthly();

    [GeneratedRegex(@"^(?:on )?(?:every|each|on) (?<days>(?:" + Day + @"|weekdays|weekends)(?:(?: ,)? (?:and )?" + Day + ")*)" + At, RegexOptions.NonBacktracking)]
    private static partial Regex Weekly();

    [GeneratedRegex("^(?:on |every |each )*(?:the )?(?:" + Month + @" (?:the )?(?<day>\d{1,2})(?: ?(?:st|nd|rd|th))?|(?<day>\d{1,2})(?: ?(?:st|nd|rd|th))?(?: of)? " + Month + ")(?: (?:every|each) year)?\\b", RegexOptions.NonBacktracking)]
    private static partial Regex OfYear();

    [GeneratedRegex(@"^(?:every (?:day|morning|evening)|each (?:day|morning)|daily|once 1 day)" + At, RegexOptions.NonBacktracking)]
    private static partial Regex Daily();
}
