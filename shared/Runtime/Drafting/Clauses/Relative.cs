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
        if (Openers.IsVerb(first.Words[0].Text) && After().Match(first.Text) is { Success: true } after)
            return [When(first, after.Groups["event"]), Later(first, after), .. clauses.Skip(1)];
        if (Openers.IsVerb(first.Words[0].Text) && To().Match(first.Text) is { Success: true } to)
            return [When(first, to.Groups["event"]), Them(first, first.Without(to.Groups["whole"])), .. clauses.Skip(1)];
        if (Given().Match(first.Text) is { Success: true } given)
            return [When(first, given.Groups["event"]), Send(first, first.From(first.WordAt(given.Groups["deed"].Index))), .. clauses.Skip(1)];
        if (Passive().Match(first.Text) is { Success: true } passive)
            return [When(first, passive.Groups["event"]), Them(first, Active(first, passive)), .. clauses.Skip(1)];
        if (Tagged().Match(first.Text) is { Success: true } tagged)
            return [Send(first, first.From(first.WordAt(tagged.Groups["deed"].Index))), Only(first, tagged.Groups["who"]), .. clauses.Skip(1)];
        if (Openers.IsVerb(first.Words[0].Text) && Done().Match(first.Text) is { Success: true } done)
        {
            var deed = Them(first, first.Without(done.Groups["whole"]));
            // "… who filled in the form but did not book": the one happens, the other is asked.
            return Not().Match(done.Groups["event"].Value) is { Success: true } not
                ? [When(first, first.From(first.WordAt(done.Groups["event"].Index)).Until(Words(not.Groups["first"].Value))), If(first, done.Groups["event"].Index + not.Groups["not"].Index, Words(not.Groups["not"].Value)), deed, .. clauses.Skip(1)]
                : [When(first, done.Groups["event"]), deed, .. clauses.Skip(1)];
        }
        if (clauses.Count > 1 && Welcome().Match(first.Text) is { Success: true } welcome)
            return [When(first, welcome.Groups["event"], someone: false), .. clauses.Skip(1)];
        if (clauses.Count > 1 && Bare().Match(first.Text) is { Success: true } bare)
            return [When(first, bare.Groups["event"]), .. clauses.Skip(1)];
        return clauses;
    }

    static int Words(string text) => text.Split(' ').Length;

    static Clause When(Clause whole, Clause happens) =>
        new([new Word("when", happens.Words[0].Start, happens.Words[0].Start), new Word("someone", happens.Words[0].Start, happens.Words[0].Start), .. happens.Words], whole.Prompt, whole.Sentence);

    static Clause If(Clause whole, int place, int count)
    {
        var words = whole.From(whole.WordAt(place)).Until(count).Words;
        return new([new Word("if", words[0].Start, words[0].Start), new Word("they", words[0].Start, words[0].Start), .. words], whole.Prompt, whole.Sentence);
    }

    /// <summary>"… the day after they book" is done a day later.</summary>
    static Clause Later(Clause whole, Match after)
    {
        var (length, end) = (after.Groups["len"], whole.WordAt(after.Groups["len"].Index));
        var words = whole.From(end).Until(Words(length.Value)).Words.ToList();
        if (words[0].Text == "the") words[0] = words[0] with { Text = "1" };
        return new([.. whole.Until(end).Words, .. words, new Word("later", words[^1].End, words[^1].End)], whole.Prompt, whole.Sentence);
    }

    static Clause When(Clause whole, Group happens, bool someone = true)
    {
        var (from, to) = (whole.WordAt(happens.Index), whole.WordAt(happens.Index + happens.Length - 1));
        var at = whole.Words[from].Start;
        return new([new Word("when", at, at), .. someone ? new[] { new Word("someone", at, at) } : [], .. whole.From(from).Until(to - from + 1).Words], whole.Prompt, whole.Sentence);
    }

    static Clause Send(Clause whole, Clause what) =>
        new([new Word("send", what.Words[0].Start, what.Words[0].Start), new Word("them", what.Words[0].Start, what.Words[0].Start), .. what.Words], whole.Prompt, whole.Sentence);

    /// <summary>"Should be texted six weeks later" is "text six weeks later".</summary>
    static Clause Active(Clause whole, Match passive)
    {
        var from = whole.WordAt(passive.Groups["verb"].Index);
        var verb = whole.Words[from];
        return new([verb with { Text = verb.Text[..^2] is var stem && stem is "remind" or "text" or "email" or "call" or "ask" or "contact" or "thank" ? stem : verb.Text == "tagged" ? "tag" : verb.Text[..^1] }, .. whole.Words.Skip(from + 1)], whole.Prompt, whole.Sentence);
    }

    static Clause Only(Clause whole, Group who)
    {
        var (from, to) = (whole.WordAt(who.Index), whole.WordAt(who.Index + who.Length - 1));
        var at = whole.Words[from].Start;
        return new([new Word("only", at, at), new Word("for", at, at), new Word("people", at, at), .. whole.Words.Skip(from).Take(to - from + 1)], whole.Prompt, whole.Sentence);
    }

    static Clause Them(Clause whole, Clause deed) =>
        new([deed.Words[0], new Word("them", deed.Words[0].End, deed.Words[0].End), .. deed.Words.Skip(1)], whole.Prompt, whole.Sentence);

    const string Who = @"(?:(?:all|any|every|the|our|of) )*(?:everyone|everybody|someone|patient|people|those|contact|lead|members?|1s?)";

    [GeneratedRegex(@"^" + Who + @" (?:who|that) (?<event>.+?) (?:should )?(?:gets?|receives?|be sent) (?<deed>(?:a|an|our|the) .+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Given();

    [GeneratedRegex(@"^" + Who + @" (?:who|that) (?<event>.+?) (?:should|must|needs? to|have to|has to|will|can|to)? ?(?:be|get) (?<verb>texted|emailed|called|reminded|asked|tagged|contacted|thanked|invited)\b.*$", RegexOptions.NonBacktracking)]
    private static partial Regex Passive();

    [GeneratedRegex(@"^" + Who + @" (?<who>tagged (?:as )?(?:«quote»|[\w-]+)|with (?:the )?(?:tag (?:«quote»|[\w-]+)|(?:«quote»|[\w-]+) tag)) (?:should )?(?:gets?|receives?|be sent) (?<deed>(?:a|an|our|the) .+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Tagged();

    [GeneratedRegex(@"^.+? (?<len>" + Lengths.Pattern + @"|the (?:day|week|month)) after (?:they|someone|patient|people|a patient|the patient|a lead|lead|a member|members?) (?<event>(?:\w+s|have|has|book|buy|join|sign|pay|cancelled|fill|come|leave|get|had|complete|start|reply|visit|submit)\b.*)$|^.+? (?<len>" + Lengths.Pattern + @"|the (?:day|week|month)) after (?:an?|the|every|each|any) (?<event>(?:\w+ )??(?:inquiry|form|missed call|failed payment|payment|refund|noshow|purchase|order|review|lead))$", RegexOptions.NonBacktracking)]
    private static partial Regex After();

    [GeneratedRegex(@"^(?:please )?(?:send|give|offer|email|text|write) (?:a|an|our|the) .+?(?<whole> to " + Who + " (?:who|that) (?<event>.+))$", RegexOptions.NonBacktracking)]
    private static partial Regex To();

    [GeneratedRegex("^(?<first>.+?) (?:but|and|yet) (?:who )?(?<not>(?:(?:do|did|does|has|have) not|never) .+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Not();

    /// <summary>What stands behind is of the deed again: with these words, by this way, this message.</summary>
    [GeneratedRegex(@"^(?:please )?\w+ (?<whole>" + Who + @" (?:who|that) (?<event>.+?))(?: (?:(?:with|as) «quote».*|by (?:text|email)\b.*|(?:a|an|our|the) (?:[\w%-]+ ){0,5}?(?:text|email|message|offer|link|reminder|survey|review|discount|note|coupon|voucher|list)\b.*|asking .*|about .*|saying .*))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Done();

    /// <summary>"Follow up every new lead: …" says whom it is about; what is done comes after.</summary>
    [GeneratedRegex(@"^(?:follow up|nurture|welcome|handle|chase|greet|look after|process|contact)(?: with| on)?(?: (?:every|each|all|our|the|a))* (?<event>new (?:lead|patient|members?|inquiry|inquiries|contact)s?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Welcome();

    [GeneratedRegex(@"^" + Who + @" (?:who|that) (?<event>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();
}
