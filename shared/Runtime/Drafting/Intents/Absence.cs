using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>What starts a workflow because it has not happened: "has not been in for 6 months", "invoice not paid after 7 days".
/// No event says so: the last one that did happen starts it, and the wait ends early when the other one comes.</summary>
static partial class Absence
{
    /// <summary>Null when the clause speaks of none.</summary>
    public static (EventMention Start, TimeMention.Without Wait)? Take(Clause clause, Scene scene)
    {
        // Only who has not been here at all: what happened before that is another story.
        if (NoVisit().Match(clause.Text) is { Success: true } away && clause.Words.Take(clause.WordAt(away.Index)).All(word => LittleWords.Has(word.Text) || word.Text is "whenever" or "member" or "members"))
        {
            clause.Use(away);
            var length = Lengths.Iso(away.Groups["len"].Value);
            scene.Assume($"“{clause.Typed}” is read as: so long after a visit, unless they book in between.");
            return (new("appointment.status.changed", [new("appointment.status", "is", "showed"), .. Narrowing.Take(clause, "appointment.status.changed", scene)], "Visit took place"),
                new(length, new("appointment.booked", [], "Booked")));
        }
        var measure = Measures.In(clause);
        var spoken = measure is null ? clause : clause.Without(measure);
        if (spoken.Take(NoPayment()) is { } owing)
        {
            clause.Adopt(spoken);
            if (measure is not null) clause.Use(measure);
            scene.Assume($"“{clause.Typed}” is counted from the day on which the invoice is sent; who pays in between leaves.");
            return (new("invoice.changed", [new("invoice.status", "is", "sent"), .. measure is null ? Array.Empty<Row>() : [Measures.Of(measure, "invoice.total")]], "Invoice sent"), new(Lengths.Iso(owing.Groups["len"].Value), new("payment.received", [new("payment.status", "is", "success")], "Paid")));
        }
        return null;
    }

    const string For = @"(?: (?:in|here|back|to us|us|with us|a visit|a treatment|an appointment|anything|again|to see us))* (?:for|in|since|within) (?:over |more than |at least |about )?(?:the (?:last|past) )?(?<len>" + Lengths.Pattern + ")";

    [GeneratedRegex(@"\b(?:has|have|had|did|do|does)? ?not (?:been|come|came|booked|visited|seen|had|shown|returned|be|book|visit)\b" + For + @"|\b(?:no|without an?|without any) (?:visit|appointment|booking|treatment)s?" + For, RegexOptions.NonBacktracking)]
    private static partial Regex NoVisit();

    [GeneratedRegex(@"\b(?:invoice|bill)s? (?:is |are |was |has |have |still |goes |stays |remains |sits |left )*not (?:been |yet )?paid(?: yet)? (?:after|for|in|within|since) (?<len>" + Lengths.Pattern + ")", RegexOptions.NonBacktracking)]
    private static partial Regex NoPayment();
}
