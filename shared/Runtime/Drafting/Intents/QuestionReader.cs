using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;
using AesthetixWorkflows.Runtime.Drafting.Names;

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
        var question = Answer(clause, denied, within) as Question ?? Fact(clause, denied, scene) ?? Event(clause, denied, within, scene) as Question ?? new Question.Unknown(clause.Typed);
        if (question is Question.Unknown) return question;
        foreach (Match little in Denial().Matches(clause.Text)) clause.Use(little);
        // That there is an answer can be known, and not what it amounts to.
        if (question is Question.Answer { Kind: "reply", Denied: false } && clause.Unused().Any()) scene.Assume($"For “{clause.Typed}” every answer counts; what it says is not looked at.");
        scene.AskedForReply |= question is Question.Answer { Kind: "reply" };
        scene.MissRest(clause);
        return question;
    }

    static Question.Answer? Answer(Clause clause, bool denied, string? within) =>
        clause.Take(Reply()) is not null ? new("reply", denied, within, clause.Typed)
        : clause.Take(Click()) is not null ? new("click", denied, within, clause.Typed)
        : clause.Take(Open()) is not null ? new("open", denied, within, clause.Typed)
        : null;

    static Question.Fact? Fact(Clause clause, bool denied, Scene scene)
    {
        if (clause.Take(Has()) is { } has)
            return new([new("contact." + (has.Groups["what"].Value.StartsWith("email", StringComparison.Ordinal) ? "email" : "phone"), "notEmpty")], denied, clause.Typed);
        if (clause.Take(Assigned()) is not null)
            return Person.Find(clause, scene) is { } user ? new([new("contact.assignedTo", "is", user.Id)], denied, clause.Typed) : new([new("contact.assignedTo", "notEmpty")], denied, clause.Typed);
        if (clause.Take(KnownTag(scene)) is { } known)
            return new([new("contact.tags", "contains", NameSearch.Tag(scene.Names, known.Groups["tag"].Value) ?? known.Groups["tag"].Value)], denied, clause.Typed);
        var rows = Narrowing.Contact(clause, null, scene).Select(row => row.Op == "notContains" ? row with { Op = "contains" } : row).ToList();
        if (scene.Starts.Exists(start => start.Type == "payment.received") && clause.Take(Amount()) is { } amount)
            rows.Add(new("payment.amount", Narrowing.Compare(amount.Groups["op"].Value), decimal.Parse(amount.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture)));
        if (rows.Count > 0) return new(rows, denied, clause.Typed);
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
        if (clause.Take(Filled()) is not null) return new(new("form.submitted", [], "Form"), denied, within, clause.Typed);
        return EventReader.Take(clause, scene) is { } mention ? new(mention, denied, within, clause.Typed) : null;
    }

    static Regex KnownTag(Scene scene)
    {
        var tags = string.Join('|', scene.Names.Tags.Select(tag => Regex.Escape(tag.ToLowerInvariant())).DefaultIfEmpty("\\b\\B"));
        return new($@"\b(?:is|are) (?:not )?(?:already )?(?:a |an |our )?(?<tag>{tags})(?: patient| contact| member)?$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(300));
    }

    [GeneratedRegex("^(?:and |but |or )?(?:only )?(?:if|unless|when|whenever|once|in case|provided|for (?:those|patient|anyone|someone|people) (?:who|that)?|those who|as soon as)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:within|after|in|for|by|inside) (?:the )?(?:first |next )?(?<len>" + Lengths.Pattern + ")", RegexOptions.NonBacktracking)]
    private static partial Regex Within();

    [GeneratedRegex(@"\b(?:not|no|never|without|nobody)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respon(?:d|ds|ded|se)|(?:text|texts|write|writes|hear|heard|message|messages|texted|wrote) (?:us )?back|hear(?:d)? (?:back )?from them|get back to us|(?:say|says|said|tell us|tells us|report|reports|complain|complains)(?: (?:that|anything|something|it|they))*)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Reply();

    [GeneratedRegex(@"\bclick(?:s|ed)?\b(?: on)?(?: (?:the|our|a))?(?: booking| payment| review)?(?: link)?", RegexOptions.NonBacktracking)]
    private static partial Regex Click();

    [GeneratedRegex(@"\bopen(?:s|ed)?\b(?: (?:the|our|it|that|this))?(?: first| last)?(?: email| message)?", RegexOptions.NonBacktracking)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(?:have|has|with|without|is|are)(?: not)?(?: got)?(?: no| an| a| any)? (?<what>email|phone|mobile|cell)(?: number| address)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Has();

    [GeneratedRegex(@"\b(?:is|are) (?:not )?assigned(?: to)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"\b(?<op>more than|over|above|at least|less than|under|below|at most) ?[$£€]? ?(?<n>\d{1,9})", RegexOptions.NonBacktracking)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\bconfirm(?:s|ed)?\b(?: it| the (?:appointment|visit)| their (?:appointment|visit))?|\b(?:appointment|visit|it) (?:is|has been) (?:not )?cancelled\b|\b(?:showed up|came in|attended)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Status();

    [GeneratedRegex(@"\b(?:re)?book(?:s|ed)?\b(?: (?:an?|the|their|in|another|again|yet))?(?: new)?(?: (?:appointment|visit|consultation|time))?|\b(?:schedule|made|make|have|has)(?:d|s)? (?:an|a|their) (?:appointment|booking|visit)|\b(?:appointment|visit) (?:is )?(?:not )?booked", RegexOptions.NonBacktracking)]
    private static partial Regex Booked();

    [GeneratedRegex(@"\b(?:filled|fill|fills|completed?|completes|submitted|submits?)(?: (?:it|them|this|that))?(?: (?:out|in))?$|\b(?:filled|fill|completed?|submitted) (?:it|them|in the form|out the form|the form)(?: (?:out|in))?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Filled();

    [GeneratedRegex(@"\bpa(?:y|ys|id)\b|\bpayment (?:is |has been )?(?:not )?(?:made|received|comes? in|goes through|went through)", RegexOptions.NonBacktracking)]
    private static partial Regex Paid();
}
