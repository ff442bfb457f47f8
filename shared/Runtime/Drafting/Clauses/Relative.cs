using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Clauses;

/// <summary>"Tag everyone who books a peel" says when and what in one breath: when someone books a peel, tag them.</summary>
static partial class Relative
{
    /// <summary>Only the first words of a prompt say whom a workflow is for.</summary>
    public static List<Clause> Apart(List<Clause> clauses)
    {
        if (clauses.Count == 0) return clauses;
        var first = clauses[0];
        if (Given().Match(first.Text) is { Success: true } given)
            return [When(first, given.Groups["event"]), Send(first, first.From(first.WordAt(given.Groups["deed"].Index))), .. clauses.Skip(1)];
        if (Openers.IsVerb(first.Words[0].Text) && Done().Match(first.Text) is { Success: true } done)
            return [When(first, done.Groups["event"]), Them(first, first.Without(done.Groups["whole"])), .. clauses.Skip(1)];
        if (clauses.Count > 1 && Bare().Match(first.Text) is { Success: true } bare)
            return [When(first, bare.Groups["event"]), .. clauses.Skip(1)];
        return clauses;
    }

    static Clause When(Clause whole, Group happens)
    {
        var (from, to) = (whole.WordAt(happens.Index), whole.WordAt(happens.Index + happens.Length - 1));
        var at = whole.Words[from].Start;
        return new([new Word("when", at, at), new Word("someone", at, at), .. whole.From(from).Until(to - from + 1).Words], whole.Prompt, whole.Sentence);
    }

    static Clause Send(Clause whole, Clause what) =>
        new([new Word("send", what.Words[0].Start, what.Words[0].Start), new Word("them", what.Words[0].Start, what.Words[0].Start), .. what.Words], whole.Prompt, whole.Sentence);

    static Clause Them(Clause whole, Clause deed) =>
        new([deed.Words[0], new Word("them", deed.Words[0].End, deed.Words[0].End), .. deed.Words.Skip(1)], whole.Prompt, whole.Sentence);

    const string Who = @"(?:(?:all|any|every|the|our|of) )*(?:everyone|everybody|someone|patient|people|those|contact|lead|members?|1s?)";

    [GeneratedRegex(@"^" + Who + @" (?:who|that) (?<event>.+?) (?:should )?(?:gets?|receives?|be sent) (?<deed>(?:a|an|our|the) .+)$", RegexOptions.CultureInvariant, 300)]
    private static partial Regex Given();

    /// <summary>What stands behind is of the deed again: with these words, by this way, this message.</summary>
    [GeneratedRegex(@"^(?:please )?\w+ (?<whole>" + Who + @" (?:who|that) (?<event>.+?))(?: (?:(?:with|as) «quote».*|by (?:text|email)\b.*|(?:a|an|our|the) (?:[\w%-]+ ){0,5}?(?:text|email|message|offer|link|reminder|survey|review|discount|note|coupon|voucher|list)\b.*|asking .*|about .*|saying .*))?$", RegexOptions.CultureInvariant, 300)]
    private static partial Regex Done();

    [GeneratedRegex(@"^" + Who + @" (?:who|that) (?<event>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();
}
