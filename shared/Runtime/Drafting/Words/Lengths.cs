using System.Globalization;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>Lengths of time and times of day among plain words.</summary>
static partial class Lengths
{
    /// <summary>One length, to be built into a phrase.</summary>
    public const string Pattern = @"\d+ (?:minute|hour|day|week|month|year)(?: and \d+ (?:minute|hour))?";
    public const string TimeOfDay = @"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b)?|\d{1,2} ?[ap]m\b|noon|midday|midnight)";

    /// <summary>ISO 8601: <c>2 week</c> is <c>P14D</c>, <c>1 hour and 30 minute</c> is <c>PT1H30M</c>.</summary>
    public static string Iso(string length)
    {
        var (date, time) = ("", "");
        foreach (Match part in Part().Matches(length))
        {
            // The longest that a definition's reader takes; a prompt with more digits means nothing.
            var number = Math.Min(long.TryParse(part.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 9999, 9999);
            switch (part.Groups["unit"].Value)
            {
                case "minute": time += $"{number}M"; break;
                case "hour": time += $"{number}H"; break;
                case "day": date += $"{number}D"; break;
                case "week": date += $"{number * 7}D"; break;
                case "month": date += $"{number}M"; break;
                case "year": date += $"{number}Y"; break;
            }
        }
        return $"P{date}{(time.Length > 0 ? "T" + time : "")}";
    }

    /// <summary><c>9 am</c>, <c>09:30</c>, <c>noon</c> as <c>HH:mm</c>; null when it is no time.</summary>
    /// <param name="afternoon">A bare hour below seven means the afternoon: "between 9 and 6".</param>
    public static string? Clock(string text, bool afternoon = false)
    {
        if (text is "noon" or "midday") return "12:00";
        if (text is "midnight") return "00:00";
        if (Hour().Match(text) is not { Success: true } match) return null;
        var (hour, minute) = (int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture), match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0);
        var half = match.Groups["half"].Value;
        if (half == "p" && hour < 12 || half.Length == 0 && afternoon && hour is > 0 and < 7) hour += 12;
        if (half == "a" && hour == 12) hour = 0;
        if (hour == 24 && minute == 0) hour = 0;
        return hour < 24 && minute < 60 ? string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}") : null;
    }

    [GeneratedRegex(@"(?<n>\d+) (?<unit>minute|hour|day|week|month|year)", RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?<h>\d{1,2})(?:[:.](?<m>\d{2}))?(?: ?(?<half>[ap])\.?m)?$", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Hour();
}
