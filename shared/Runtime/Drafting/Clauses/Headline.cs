using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Clauses;

/// <summary>"Remind patients of their appointment: two days before by email, three hours before by text" says the deed once; each
/// time and way after it is the same deed.</summary>
static partial class Headline
{
    public static List<Clause> Spread(List<Clause> clauses)
    {
        var spread = new List<Clause>();
        Clause? headline = null;
        foreach (var clause in clauses)
        {
            // "Appointment reminder: email a week before, …" names what all of it is.
            if (clauses.Count > 1 && ReferenceEquals(clause, clauses[0]) && Title().IsMatch(clause.Text))
            {
                clause.UseAll();
                continue;
            }
            if (headline is not null && Share().IsMatch(clause.Text))
            {
                if (ReferenceEquals(spread[^1], headline)) spread.RemoveAt(spread.Count - 1);
                spread.Add(new([.. headline.Words, .. clause.Words], clause.Prompt, clause.Sentence));
                continue;
            }
            headline = Deed().IsMatch(clause.Text) && !Told().IsMatch(clause.Text) ? clause : null;
            spread.Add(clause);
        }
        return spread;
    }

    [GeneratedRegex("^(?:please )?(?:remind|message|thank|contact|follow up|reach out|chase|nudge|check)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Deed();

    [GeneratedRegex("^(?:an? |the |our )?(?:appointment|visit|consultation|treatment|booking) (?:reminder|confirmation)s?(?: (?:sequence|series|flow|workflow))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    /// <summary>It has a time or a way of its own.</summary>
    [GeneratedRegex(@"\bby (?:text|email)\b|\d|\b(?:before|after|later)\b|«quote»", RegexOptions.NonBacktracking)]
    private static partial Regex Told();

    [GeneratedRegex("^(?:(?:on|at|in|and|the) )*(?:" + Lengths.Pattern + @"|day|morning|evening)\b.*\b(?:before|after|of|prior|later|ahead)\b.*\bby (?:text|email)$|^by (?:text|email)\b.*\b(?:before|after|prior|later|ahead)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Share();
}
