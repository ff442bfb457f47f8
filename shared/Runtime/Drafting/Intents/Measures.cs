using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Numbers that something must be over or under: "more than $500", "under 3 stars", "4 or higher".</summary>
static partial class Measures
{
    /// <summary>What a number measures when an event is spoken of.</summary>
    static readonly FrozenDictionary<string, string> fields = new Dictionary<string, string>
    {
        ["payment.received"] = "payment.amount", ["review.received"] = "review.rating", ["invoice.changed"] = "invoice.total", ["order.submitted"] = "order.total", ["refund.created"] = "refund.amount",
        ["opportunity.created"] = "opportunity.value", ["opportunity.changed"] = "opportunity.value", ["opportunity.stale"] = "opportunity.value", ["opportunity.status.changed"] = "opportunity.value",
        ["opportunity.stage.changed"] = "opportunity.value", ["estimate.changed"] = "estimate.value", ["document.changed"] = "document.value", ["contact.score.changed"] = "score.value",
    }.ToFrozenDictionary();

    /// <summary>Null when no number is compared, or it is a length of time.</summary>
    public static Match? In(Clause clause) => Compared().Match(clause.Text) is { Success: true } match && !Span().IsMatch(clause.Text[(match.Index + match.Length)..]) ? match : null;

    /// <summary>Null when the event has nothing that a number could measure.</summary>
    public static Row? Of(string type, Match measure) => fields.GetValueOrDefault(type) is { } field ? Of(measure, field) : null;

    public static Row Of(Match measure, string field)
    {
        if (!measure.Groups["stars"].Success) return Compared(measure, field);
        // "1 or 2 stars" is at most two, "4 or 5" at least four.
        var (low, high) = (int.Parse(measure.Groups["n"].Value, CultureInfo.InvariantCulture), measure.Groups["m"].Success ? int.Parse(measure.Groups["m"].Value, CultureInfo.InvariantCulture) : 0);
        if (high == 0) return low == 5 ? new(field, "gte", 5) : new(field, "is", low);
        return low <= 1 ? new(field, "lte", high) : high >= 5 ? new(field, "gte", low) : new(field, "between", new System.Text.Json.Nodes.JsonArray(low, high));
    }

    static Row Compared(Match measure, string field) => new(field, Compare(measure), decimal.Parse(measure.Groups["n"].Value, CultureInfo.InvariantCulture));

    static string Compare(Match measure)
    {
        if (measure.Groups["up"].Success) return "gte";
        if (measure.Groups["down"].Success) return "lte";
        return measure.Groups["op"].Value switch
        {
            "at least" or "minimum of" => "gte", "less than" or "under" or "below" or "lower than" or "fewer than" => "lt", "at most" or "up to" => "lte",
            "exactly" or "equal to" => "is", _ => "gt",
        };
    }

    const string Unit = @"(?: ?(?:dollars?|bucks|euros?|pounds?|usd|stars?|points?|out of \d+))?";

    [GeneratedRegex(@"(?:\b(?:worth|valued at|of|for|with a (?:value|rating|score) of) )?\b(?<op>more than|over|above|at least|minimum of|less than|lower than|fewer than|under|below|at most|up to|exactly|equal to|higher than|greater than|exceed(?:s|ing)?) ?[$£€]? ?(?<n>\d{1,9})" + Unit
        + @"|[$£€]? ?\b(?<n>\d{1,9})" + Unit + " (?:(?<up>or (?:more|higher|above|up|better|over))|(?<down>or (?:less|lower|below|under|fewer|worse)))" + Unit + @"|\b(?<n>[1-5])(?: ?(?:or|to|and|-) ?(?<m>[1-5]))? ?(?<stars>stars?)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Compared();

    [GeneratedRegex(@"^ (?:minute|hour|day|week|month|year|am\b|pm\b|%|percent)", RegexOptions.NonBacktracking)]
    private static partial Regex Span();
}
