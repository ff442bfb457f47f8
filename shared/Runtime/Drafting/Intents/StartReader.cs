using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Reads what lets contacts in.</summary>
static partial class StartReader
{
    /// <summary>The clause says when to start. Adds the triggers to the scene.</summary>
    /// <param name="wait">A wait that the clause asks for after the trigger: "two weeks after a visit".</param>
    /// <param name="first">Nothing was said before, so words without "when" may be a trigger too.</param>
    public static bool Read(Clause clause, Scene scene, bool first, out TimeMention? wait)
    {
        wait = null;
        if (ScheduleReader.Take(clause) is { } schedule)
        {
            scene.Starts.Add(schedule);
            scene.MissRest(clause);
            return true;
        }
        if (first && scene.Starts.Count == 0 && !Clauses.Openers.IsVerb(clause.Words[0].Text) && Absence.Take(clause, scene) is { } absence)
        {
            scene.Starts.Add(absence.Start);
            wait = absence.Wait;
            clause.Take(Subject());
            scene.MissRest(clause);
            return true;
        }
        if (first && DateReader.Take(clause, scene) is { } date)
        {
            scene.Starts.Add(date);
            scene.MissRest(clause);
            return true;
        }
        if (Opening(clause, first) is { } opening)
        {
            if (opening.Length >= clause.Text.Length || !Events(clause, clause.From(clause.WordAt(opening.Length)), scene)) return false;
            wait = TimeReader.SinceDue(clause);
            return true;
        }
        if (TimeReader.AfterSomething().Match(clause.Text) is { Success: true } after && !Pronoun().IsMatch(after.Groups["event"].Value))
        {
            if (scene.Starts.Count > 0 || !Events(clause, clause.From(clause.WordAt(after.Groups["event"].Index)), scene)) return false;
            if (after.Groups["len"] is { Success: true } length) wait = new TimeMention.Later(char.IsAsciiDigit(length.Value[0]) ? Lengths.Iso(length.Value) : "P1D", TimeReader.At(clause, scene) ?? (length.Value == "the morning" ? "09:00" : null));
            return true;
        }
        return first && !Clauses.Openers.IsVerb(clause.Words[0].Text) && clause.Words[0].Text is not ("for" or "only" or "if" or "except" or "not" or "unless" or "excluding") && clause.Length <= 14 && !Message().IsMatch(clause.Text) && (Bare().IsMatch(clause.Text) || !Timed().IsMatch(clause.Text)) && Events(clause, clause, scene)
            && ((wait = TimeReader.SinceDue(clause)) is null || true);
    }

    static Match? Opening(Clause clause, bool first) =>
        Explicit().Match(clause.Text) is { Success: true } start ? start
        : When().Match(clause.Text) is { Success: true } when ? when
        : first && ForNew().IsMatch(clause.Text) ? For().Match(clause.Text)
        : first && If().Match(clause.Text) is { Success: true } condition && !Asks().IsMatch(clause.Text) ? condition
        : null;

    /// <summary>"When a form is sent or a patient books": each is a way in.</summary>
    static bool Events(Clause clause, Clause spoken, Scene scene)
    {
        var (found, lost) = (false, new List<string>());
        foreach (var part in Parts(spoken))
        {
            if (EventReader.Take(part, scene, happens: true) is not { } mention)
            {
                lost.Add(part.Typed);
                continue;
            }
            scene.Starts.Add(mention);
            found = true;
            scene.MissRest(part);
        }
        if (!found) return false;
        foreach (var words in lost) scene.Miss(words);
        clause.UseAll();
        return true;
    }

    static IEnumerable<Clause> Parts(Clause clause)
    {
        var start = 0;
        for (var i = 1; i < clause.Length - 1; i++)
        {
            if (clause.Words[i].Text != "or" || i - start < 2 || char.IsAsciiDigit(clause.Words[i - 1].Text[0]) || char.IsAsciiDigit(clause.Words[i + 1].Text[0]) || clause.Words[i + 1].Text is "more" or "less" or "higher" or "lower" or "above" or "below" or "better" or "worse" or "over" or "under") continue;
            yield return clause.From(start).Until(i - start);
            start = i + 1;
        }
        yield return clause.From(start);
    }

    /// <summary>What the prompt is about, when no clause says what starts it.</summary>
    public static void Guess(Scene scene, IReadOnlyList<Clause> clauses)
    {
        var text = string.Join(" . ", clauses.Select(clause => clause.Text));
        if (clauses.Select(clause => DateReader.Within(clause, scene)).FirstOrDefault(found => found is not null) is { } date)
        {
            scene.Starts.Add(date);
            return;
        }
        if (clauses.Count > 0 && Lost(clauses[0]) && !BeforeVisit().IsMatch(clauses[0].Text))
        {
            scene.Assume($"“{clauses[0].Typed}” says what starts it and was not understood, so the draft has no trigger: choose one.");
            return;
        }
        EventMention? guess =
            text.Contains("birthday", StringComparison.Ordinal) ? new("contact.birthday", [], "Birthday", Birthday(text))
            : Overdue().IsMatch(text) ? new("invoice.changed", [new("invoice.status", "is", "overdue")], "Invoice overdue")
            : LongAfter().IsMatch(text) ? Visit("appointment.status.changed", "Visit took place", AfterVisit(), clauses, scene, new Row("appointment.status", "is", "showed"))
            : BeforeVisit().IsMatch(text) ? Visit("appointment.booked", "Visit booked", BeforeVisit(), clauses, scene)
            : AfterVisit().IsMatch(text) ? Visit("appointment.status.changed", "Visit took place", AfterVisit(), clauses, scene, new Row("appointment.status", "is", "showed"))
            : Lead().IsMatch(text) ? new("contact.created", [], "New contact")
            : null;
        if (guess is null)
        {
            scene.Assume("Nothing in the words says what starts it, so it has no trigger: contacts enter when someone adds them.");
            return;
        }
        scene.Starts.Add(guess);
        if (guess.Type != "contact.birthday" && !(guess.Type == "appointment.booked" && text.Contains("before", StringComparison.Ordinal)))
            scene.Assume($"Nothing in the words says what starts it; “{guess.Name}” was chosen.");
    }

    /// <summary>"When the moon is full": it would start something, and nobody can say what.</summary>
    static bool Lost(Clause clause) => (When().IsMatch(clause.Text) || Often().IsMatch(clause.Text)) && !TimeReader.AfterSomething().IsMatch(clause.Text);

    static EventMention Visit(string type, string name, Regex spoken, IReadOnlyList<Clause> clauses, Scene scene, params Row[] rows) =>
        new(type, [.. rows.Concat(clauses.Where(clause => spoken.IsMatch(clause.Text)).SelectMany(clause => Narrowed(clause, type, scene))).DistinctBy(row => row.Field)], name);

    /// <summary>"Two hours before their consultation" is a time as well, which the words must be left for.</summary>
    static List<Row> Narrowed(Clause clause, string type, Scene scene)
    {
        var copy = clause.From(0);
        var rows = Narrowing.Take(copy, type, scene).ToList();
        if (!Counted().IsMatch(clause.Text)) clause.Adopt(copy);
        return rows;
    }

    [GeneratedRegex(@"\b(?:before|after|following|ahead of|prior to) (?:\w+ ){0,2}?consult", RegexOptions.NonBacktracking)]
    private static partial Regex Counted();

    static string? Birthday(string text) => BirthdayLength().Match(text) is { Success: true } match ? "-" + Lengths.Iso(match.Groups["len"].Value) : null;

    public static EventMention WithOffset(EventMention mention, string text) =>
        mention.Type == "contact.birthday" && mention.Offset is null ? mention with { Offset = Birthday(text) } : mention;

    [GeneratedRegex(@"^(?:please )?(?:also )?(?:start|begin|run|trigger|enroll|triggered?|starts)(?: this| it| the workflow| them| patient| contact| someone)* ?(?:when(?:ever)?|if|once|on|after|as soon as|for|by|:|,) ", RegexOptions.NonBacktracking)]
    private static partial Regex Explicit();

    [GeneratedRegex(@"^(?:or )?(?:when(?:ever)?|as soon as|every time|each time|any time|anytime|once|upon|for every|for each|following|on (?:a|an|every|each)|immediately after|right after|the moment|trigger)\b", RegexOptions.NonBacktracking)]
    private static partial Regex When();

    [GeneratedRegex("^(?:every|each|once an?|on|in|(?:(?:a|an|any|the) )?(?:lead|patient|contact|someone|members?)) ", RegexOptions.NonBacktracking)]
    private static partial Regex Often();

    /// <summary>"For new members: …": their coming is what starts it.</summary>
    [GeneratedRegex("^for (?:all |each |every |any )?new (?:members?|lead|inquir|contact|subscri)", RegexOptions.NonBacktracking)]
    private static partial Regex ForNew();

    [GeneratedRegex("^for ", RegexOptions.NonBacktracking)]
    private static partial Regex For();

    [GeneratedRegex("^(?:in case|if)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex If();

    /// <summary>"If they have not replied" asks something of somebody who is inside.</summary>
    [GeneratedRegex(@"\b(?:not|never|have|has|is tagged|are tagged|within|they)\b|\bno (?:reply|response|answer|booking|payment)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Asks();

    [GeneratedRegex("^(?:that|this|it|they|1|2)\\b|^\\d", RegexOptions.NonBacktracking)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^(?:when(?:ever)?|if|once|for|and|every|any|all|a|an|the|someone|patient|lead|contact|people|everyone|who|that|they) ", RegexOptions.NonBacktracking)]
    private static partial Regex Subject();

    /// <summary>"Birthday email with 10% off" is something to do.</summary>
    [GeneratedRegex(@"^(?:[\w-]+ ){0,4}(?:email|text|message)(?: (?:with|about|saying|of|for|to|that|on|by|at|the|\d+) .*)?$", RegexOptions.NonBacktracking)]
    public static partial Regex Message();

    [GeneratedRegex(@"^(?:then|after|in|on|at|the|next|\d+|by)\b|\b(?:before|later|prior)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Timed();

    [GeneratedRegex(@"\b(?:form|inquiry|tag|booked|books|booking|noshow|cancelled|payment|new (?:lead|contact|patient)|survey|birthday|webhook|no show|submitted|missed|confirmed|rescheduled|lead comes|requests?|asks?|inquires|(?:message|text|email|phone|ring|call)s? (?:us|in|and nobody)|overdue|past due)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b(?:before|prior to|ahead of|day of|upcoming|remind\w*)\b.*\b(?:appointment|visit|consultation|treatment|booking)|\b(?:appointment|visit) reminder|\b(?:the day|the morning|the evening|\d+ (?:minute|hour|day|week)) before(?: \.| ,|$)|\bbefore (?:the |their |a |an |each |every )?(?:\w+ )?(?:appointment|visit|session|treatment|consultation|" + Vocabulary.Treatments.Done + @")|\b(?:appointment|visit|consultation|treatment|booking|session)\b.*\b(?:minute|hour|day|week) before", RegexOptions.NonBacktracking)]
    private static partial Regex BeforeVisit();

    [GeneratedRegex(@"\b(?:after|following) (?:the |their |a |an |each |every )?(?:\w+ )?(?:appointment|visit|treatment|consultation|" + Vocabulary.Treatments.Done + ")", RegexOptions.NonBacktracking)]
    private static partial Regex AfterVisit();

    [GeneratedRegex(@"\b(?:invoices?|bills?)\b.*\b(?:overdue|past due)\b|\b(?:overdue|past due) (?:invoice|bill)s?", RegexOptions.NonBacktracking)]
    private static partial Regex Overdue();

    [GeneratedRegex(@"\b\d+ (?:minute|hour|day|week|month|year) (?:after|following) (?:the |their |a |an |each |every )?(?:\w+ )?(?:appointment|visit|treatment|consultation|session|" + Vocabulary.Treatments.Done + ")", RegexOptions.NonBacktracking)]
    private static partial Regex LongAfter();

    [GeneratedRegex(@"\b(?:lead|new (?:patient|contact))\b", RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?<len>" + Lengths.Pattern + @") (?:before|ahead|prior|in advance)", RegexOptions.NonBacktracking)]
    private static partial Regex BirthdayLength();
}
