using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Reads what follows "if", "unless" and "stop when".</summary>
static partial class QuestionReader
{
    public static Question Read(Clause clause, Scene scene)
    {
        var unless = clause.Text.StartsWith("unless", StringComparison.Ordinal);
        clause.Take(Lead());
        var within = clause.Take(Within()) is { } time ? Lengths.Iso(time.Groups["len"].Value) : null;
        var denied = Denial().IsMatch(clause.Text) != unless;
        // "If they say they are not happy" is an answer: what is denied stands before it.
        if (Said(clause.Text) is { } at) denied = Denial().IsMatch(clause.Text[..at]) != unless;
        var question = Number(clause, denied, within, scene) as Question ?? Answer(clause, denied, within) ?? Fact(clause, denied, scene) ?? Event(clause, denied, within, scene) as Question ?? new Question.Unknown(clause.Typed);
        if (question is Question.Unknown) return question;
        foreach (Match little in Denial().Matches(clause.Text)) clause.Use(little);
        // That there is an answer can be known, and not what it amounts to.
        if (question is Question.Answer { Kind: "reply", Denied: false, Meaning: null } && clause.Unused().Any()) scene.Assume($"For “{clause.Typed}” every answer counts; what it says is not looked at.");
        scene.AskedForReply |= question is Question.Answer { Kind: "reply" };
        scene.MissRest(clause);
        return question;
    }

    static Question.Answer? Answer(Clause clause, bool denied, string? within) =>
        clause.Take(Meaning()) is { } meaning ? new("reply", denied, within, clause.Typed) { Meaning = Means(meaning) }
        : clause.Take(Reply()) is not null ? new("reply", denied, within, clause.Typed)
        : clause.Take(Click()) is not null ? new("click", denied, within, clause.Typed)
        : clause.Take(Open()) is not null ? new("open", denied, within, clause.Typed)
        : null;

    /// <summary>Where the words speak of an answer; null when they do not.</summary>
    static int? Said(string text) => Meaning().Match(text) is { Success: true } meaning ? meaning.Index : Reply().Match(text) is { Success: true } reply ? reply.Index : null;

    static string Means(Match said) => said.Groups["yes"].Success ? "confirm" : said.Groups["no"].Success ? "decline" : "reschedule";

    /// <summary>"When it is under 3": what they answered to a message that asks for a number.</summary>
    static Question.Answer? Number(Clause clause, bool denied, string? within, Scene scene)
    {
        if (!scene.AskedForNumber || Measures.In(clause) is not { } measure) return null;
        clause.Use(measure);
        clause.Take(Measured());
        clause.Take(Reply());
        return new("reply", denied, within, clause.Typed) { Meaning = "number", Rows = [Measures.Of(measure, "reply.number")] };
    }

    static Question.Fact? Fact(Clause clause, bool denied, Scene scene)
    {
        if (clause.Take(Has()) is { } has)
            return new([new("contact." + (has.Groups["what"].Value.StartsWith("email", StringComparison.Ordinal) ? "email" : "phone"), "notEmpty")], denied, clause.Typed);
        if (clause.Take(Assigned()) is not null)
            return Person.Find(clause, scene) is { } user ? new([new("contact.assignedTo", "is", user.Id)], denied, clause.Typed) : new([new("contact.assignedTo", "notEmpty")], denied, clause.Typed);
        if (clause.Take(KnownTag(scene)) is { } known)
            return new([new("contact.tags", "contains", NameSearch.Tag(scene.Names, known.Groups["tag"].Value) ?? known.Groups["tag"].Value)], denied, clause.Typed);
        var rows = Narrowing.Contact(clause, null, scene).Select(row => row.Op == "notContains" ? row with { Op = "contains" } : row).ToList();
        if (Measures.In(clause) is { } measure && scene.Starts.Select(start => Measures.Of(start.Type, measure)).FirstOrDefault(row => row is not null) is { } row)
        {
            clause.Use(measure);
            clause.Take(Measured());
            rows.Add(row);
        }
        if (rows.Count > 0) return new(rows, denied, clause.Typed);
        if (clause.Take(First()) is not null) return new([new("visits.count", "lt", 1)], denied, clause.Typed);
        if (clause.Take(Ahead()) is not null) return new([new("visits.nextAt", "notEmpty")], denied, clause.Typed);
        if (OfTime.Take(clause) is { } time) return new([time.Row], denied != time.Denied, clause.Typed);
        if (scene.OfAppointment && clause.Take(Treatment()) is { } treatment)
            return new([new("appointment.service", "contains", clause.TypedOf(treatment.Groups["name"]))], denied, clause.Typed);
        if (scene.OfAppointment && clause.Take(Status()) is { } status)
            return new([new("appointment.status", "is", status.Value.Contains("confirm", StringComparison.Ordinal) ? "confirmed" : status.Value.Contains("cancel", StringComparison.Ordinal) ? "cancelled" : "showed")], denied, clause.Typed);
        return null;
    }

    static Question.Event? Event(Clause clause, bool denied, string? within, Scene scene)
    {
        // "have not booked" must not be read as something that the word "not" is part of.
        if (Booked().Match(clause.Text) is { Success: true } booked)
        {
            clause.Use(booked);
            return new(new("appointment.booked", [], "Booked"), denied, within, clause.Typed);
        }
        if (Paid().Match(clause.Text) is { Success: true } paid)
        {
            clause.Use(paid);
            return new(new("payment.received", [new("payment.status", "is", "success")], "Paid"), denied, within, clause.Typed);
        }
        if (clause.Take(Signed()) is not null) return new(new("document.changed", [new("document.status", "is", "signed")], "Document signed"), denied, within, clause.Typed);
        if (clause.Take(Filled()) is not null) return new(new("form.submitted", [], "Form"), denied, within, clause.Typed);
        return EventReader.Take(clause, scene) is { } mention ? new(mention, denied, within, clause.Typed) : null;
    }

    static Regex KnownTag(Scene scene)
    {
        var tags = string.Join('|', scene.Names.Tags.Select(tag => Regex.Escape(tag.ToLowerInvariant())).DefaultIfEmpty("\\b\\B"));
        return new($@"\b(?:is|are) (?:not )?(?:already )?(?:a |an |our )?(?<tag>{tags})(?: patient| contact| member)?$", RegexOptions.CultureInvariant, Patterns.Limit);
    }

    [GeneratedRegex("^(?:and |but |or )?(?:only )?(?:check (?:if|whether)|see (?:if|whether)|if|unless|when|whenever|once|in case|provided|for (?:those|patient|anyone|someone|people) (?:who|that)?|those who|as soon as)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:within|after|in|for|by|inside) (?:the )?(?:first |next )?(?<len>" + Lengths.Pattern + ")", RegexOptions.NonBacktracking)]
    private static partial Regex Within();

    [GeneratedRegex(@"\b(?:not|no|never|without|nobody)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respon(?:d|ds|ded|se)|(?:text|texts|write|writes|hear|heard|message|messages|texted|wrote) (?:us )?back|hear(?:d)? (?:back )?from them|get back to us|(?:say|says|said|tell us|tells us|report|reports|complain|complains)(?: (?:that|anything|something|it|they))*)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Reply();

    /// <summary>A reply that says yes, no, or another time; "1" or "C" may stand for yes.</summary>
    [GeneratedRegex(@"\b(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respon(?:d|ds|ded)|text(?:s|ed)?(?: us)?(?: back)?|say(?:s)?|said|write(?:s)?)(?: back)?(?: with)?(?: an?)? (?:(?<yes>yes|y|c|confirm|ok)|(?<no>no|n)|(?<move>r|reschedule))\b", RegexOptions.NonBacktracking)]
    private static partial Regex Meaning();

    [GeneratedRegex(@"\b(?:it is |this is |that is )?(?:their|a|the) (?:very )?first (?:appointment|visit|booking|treatment|time)\b", RegexOptions.NonBacktracking)]
    private static partial Regex First();

    [GeneratedRegex(@"\b(?:have|has|with)(?: not)?(?: already)?(?: got)?(?: already)? (?:something|anything|a|an|another|any|1|their next|no)(?: other| new| next| future| more)? ?(?:appointment|visit|booking|treatment|consultation|session)? ?(?:already )?(?:booked|coming up|scheduled|ahead|lined up|in the (?:diary|calendar|book))(?: in)?(?: already)?\b|\b(?:upcoming|future) (?:appointment|visit|booking|treatment)s?\b|\balready (?:have|has) (?:a|an|another|their next) (?:appointment|visit|booking)\b|\balready booked in\b", RegexOptions.NonBacktracking)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"^(?:(?:it|this|that|the (?:appointment|visit|booking|treatment)|they) (?:is|was|are|were|had|have|came|come|booked|got)(?: had| not)*(?: (?:for|about|in for|here for|a|an|the|getting))*) (?<name>" + Vocabulary.Treatments.Pattern + ")(?: (?:appointment|visit|treatment))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Treatment();

    [GeneratedRegex(@"\bclick(?:s|ed)?\b(?: on)?(?: (?:the|our|a))?(?: booking| payment| review)?(?: link)?", RegexOptions.NonBacktracking)]
    private static partial Regex Click();

    [GeneratedRegex(@"\bopen(?:s|ed)?\b(?: (?:the|our|it|that|this))?(?: first| last)?(?: email| message)?", RegexOptions.NonBacktracking)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(?:have|has|with|without|is|are)(?: not)?(?: got)?(?: no| an| a| any)? (?<what>email|phone|mobile|cell)(?: number| address)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Has();

    [GeneratedRegex(@"\b(?:is|are) (?:not )?assigned(?: to)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Assigned();

    /// <summary>What the number is the number of.</summary>
    [GeneratedRegex(@"\b(?:(?:the|their|its|it) )?(?:amount|value|rating|score|total|price|payment|deal|invoice|order|answer|reply|number|it)(?: (?:is|was|are))?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Measured();

    [GeneratedRegex(@"\bconfirm(?:s|ed)?\b(?: it| the (?:appointment|visit)| their (?:appointment|visit))?|\b(?:appointment|visit|it) (?:is|has been) (?:not )?cancelled\b|\b(?:showed up|came in|attended)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Status();

    [GeneratedRegex(@"\b(?:re)?book(?:s|ed)?\b(?: (?:an?|the|their|in|another|again|yet))?(?: new)?(?: (?:appointment|visit|consultation|treatment|session|follow up|time))?(?: (?:in|again|yet|already))?|\b(?:schedule|made|make|have|has)(?:d|s)? (?:an|a|their) (?:appointment|booking|visit)|\b(?:appointment|visit) (?:is )?(?:not )?booked", RegexOptions.NonBacktracking)]
    private static partial Regex Booked();

    [GeneratedRegex(@"\b(?:(?:the|their|our|a) )?(?:consent forms?|consent|forms?|document|contract|waiver|paperwork|it) (?:is|are|has|have)(?: still)?(?: not)?(?: been)?(?: yet)? signed\b|\bsign(?:s|ed)?(?: (?:the|their|our|a|it))?(?: (?:consent forms?|consent|forms?|document|contract|waiver|paperwork))?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Signed();

    [GeneratedRegex(@"\b(?:filled|fill|fills|completed?|completes|submitted|submits?)(?: (?:it|them|this|that))?(?: (?:out|in))?$|\b(?:filled|fill|completed?|submitted) (?:it|them|in the form|out the form|the form)(?: (?:out|in))?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Filled();

    [GeneratedRegex(@"\bpa(?:y|ys|id)\b|\b(?:gone|goes|went|go) through\b|\bpayment (?:is |has been )?(?:not )?(?:made|received|comes? in|goes through|went through)", RegexOptions.NonBacktracking)]
    private static partial Regex Paid();
}
