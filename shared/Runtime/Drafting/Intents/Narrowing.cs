using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Reads what narrows an event or a question down: which form, which calendar, with whom, tagged how.</summary>
static partial class Narrowing
{
    const string NewFor = "P30D";

    public static IEnumerable<Row> Take(Clause clause, string? type, Scene scene)
    {
        foreach (var row in Contact(clause, type, scene)) yield return row;
        if (type is "form.submitted" && Form(clause, scene) is { } form) yield return form;
        if (type is "survey.submitted" && clause.Take(SurveyName()) is { } survey) yield return new("survey.name", "contains", clause.TypedOf(survey.Groups["name"]));
        if (type?.StartsWith("appointment.", StringComparison.Ordinal) == true)
            foreach (var row in Visit(clause, scene)) yield return row;
        if (type?.StartsWith("opportunity.", StringComparison.Ordinal) == true && (type != "opportunity.stage.changed" || clause.Text.Contains("pipeline", StringComparison.Ordinal)) && Pipeline(clause, scene) is { } pipeline) yield return pipeline;
        if (type is "review.received" && clause.Take(Site()) is { } site) yield return new("review.source", "is", site.Groups["name"].Value);
        if (type is "message.received" && clause.Take(Channel()) is { } channel)
            yield return new("message.channel", "is", channel.Value.Contains("email", StringComparison.Ordinal) ? "email" : "sms");
        if (type is "contact.created" or "opportunity.created" or "form.submitted" or "message.received" && clause.Take(Source()) is { } source) yield return new("contact.source", "contains", clause.TypedOf(source.Groups["name"]));
    }

    /// <summary>Rows about the contact, which every event with a contact offers.</summary>
    public static IEnumerable<Row> Contact(Clause clause, string? type, Scene scene)
    {
        if (type != "contact.created" && clause.Take(NewOnes()) is not null)
        {
            scene.Assume("New patients are read as contacts of the last 30 days.");
            yield return new("contact.createdAt", "inLast", NewFor);
        }
        else if (clause.Take(KnownOnes()) is not null)
        {
            scene.Assume("Existing patients are read as contacts known for more than 30 days.");
            yield return new("contact.createdAt", "notInLast", NewFor);
        }
        if (type is "contact.tag.added" or "contact.tag.removed") yield break;
        if (clause.Take(Tagged()) is { } tagged)
        {
            var tag = tagged.Groups["tag"].Success ? tagged.Groups["tag"] : tagged.Groups["tag2"].Success ? tagged.Groups["tag2"] : tagged.Groups["tag3"];
            yield return new("contact.tags", tagged.Value.Contains("not ", StringComparison.Ordinal) || tagged.Value.Contains("without", StringComparison.Ordinal) ? "notContains" : "contains", EventReader.TagName(EventReader.Literal(clause, tag), scene));
        }
        else if (Own().Match(clause.Text) is { Success: true } own && NameSearch.Tag(scene.Names, own.Groups["tag"].Value) is { } mine)
        {
            clause.Use(own);
            scene.Assume($"“{clause.TypedOf(own)}” is read as the tag “{mine}”.");
            yield return new("contact.tags", own.Value.Contains("not ", StringComparison.Ordinal) ? "notContains" : "contains", mine);
        }
        else if (type is not "subscription.changed" && clause.Take(Group()) is { } group)
        {
            var name = group.Groups["tag"].Value is [.. var one, 's'] ? one : group.Groups["tag"].Value;
            name = NameSearch.Tag(scene.Names, name) ?? name;
            scene.Assume($"“{clause.TypedOf(group)}” is read as the tag “{name}”.");
            yield return new("contact.tags", group.Value.Contains("not ", StringComparison.Ordinal) || group.Value.Contains("non", StringComparison.Ordinal) ? "notContains" : "contains", name);
        }
    }

    static Row? Pipeline(Clause clause, Scene scene)
    {
        if (InPipeline().Match(clause.Text) is not { Success: true } match) return null;
        if (NameSearch.Find(scene.Names.Pipelines.Select(pipeline => new Named(pipeline.Id, pipeline.Name)), EventReader.Literal(clause, match.Groups["name"])) is not { } known) return null;
        clause.Use(match);
        return new("opportunity.pipelineId", "is", known.Id);
    }

    [GeneratedRegex(@"\b(?:in|into|to|on) (?:the |our )?(?<name>«quote»|[\w-]+(?: [\w-]+)??)(?: pipeline\b|$)", RegexOptions.NonBacktracking)]
    private static partial Regex InPipeline();

    static Row? Form(Clause clause, Scene scene)
    {
        if (clause.Take(FormName()) is not { } match) return null;
        var name = NameIn(EventReader.Literal(clause, match.Groups["name"]));
        if (name.Length == 0) return null;
        if (NameSearch.Find(scene.Names.Forms, name) is { } known) return new("form.id", "is", known.Id);
        scene.Assume($"No form called “{name}” is known; the trigger takes forms whose name contains it.");
        return new("form.name", "contains", name.ToLowerInvariant());
    }

    /// <summary>"the consultation" is "consultation", "in the" is nothing.</summary>
    static string NameIn(string spoken) =>
        string.Join(' ', spoken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().TakeWhile(word => !LittleWords.Has(word.ToLowerInvariant()) && !Verb().IsMatch(word)).Reverse());

    static IEnumerable<Row> Visit(Clause clause, Scene scene)
    {
        if (clause.Take(Near()) is { } near)
            yield return new("appointment.startsAt", near.Groups["op"].Value.Contains("more", StringComparison.Ordinal) || near.Groups["op"].Value is "over" or "at least" ? "notInNext" : "inNext", Lengths.Iso(near.Groups["len"].Value));
        if (Person.Find(clause, scene, after: "with") is { } user) yield return new("appointment.userId", "is", user.Id);
        var kind = clause.Take(VisitKind()) ?? clause.Take(VisitAt()) ?? clause.Take(VisitOf());
        if (kind is null) yield break;
        var name = EventReader.Literal(clause, kind.Groups["name"]);
        if (LittleWords.Has(name.ToLowerInvariant()) || name is "single") yield break;
        if (NameSearch.Find(scene.Names.Calendars, name) is { } calendar) yield return new("appointment.calendarId", "is", calendar.Id);
        else if (name.StartsWith("consult", StringComparison.OrdinalIgnoreCase)) yield return new("appointment.title", "contains", "consultation");
        else
        {
            scene.Assume($"“{name}” is read as the treatment, which the booking system must report.");
            yield return new("appointment.service", "contains", Vocabulary.Treatments.One(name));
        }
    }

    [GeneratedRegex(@"\b(?:new|first time) (?:patient|people|1)s?\b|\bare new\b", RegexOptions.NonBacktracking)]
    private static partial Regex NewOnes();

    /// <summary>"They are not a patient yet", where the practice has such a tag.</summary>
    [GeneratedRegex(@"\b(?:and )?(?:they |it |who )?(?:is|are|was|were) (?:not |already |not yet )*(?:a|an) (?<tag>patient|lead)(?: yet| already)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Own();

    /// <summary>Groups of people that a practice marks by a tag.</summary>
    [GeneratedRegex(@"\b(?:(?:if |that |who )?(?:they |it )?(?:is |are |was |were ))?(?:not |already )*(?:an? |our |the |all |all our )?(?:non[ -])?(?<tag>vips?|members?)(?: (?:patient|contact|people)s?| only)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Group();

    [GeneratedRegex(@"\b(?:an? )?(?:existing|returning|current|old) (?:patient|contact|people)s?\b", RegexOptions.NonBacktracking)]
    private static partial Regex KnownOnes();

    [GeneratedRegex(@"(?:\b(?:is|are|who is|who are) )?(?:not )?\btagged (?:as |with )?(?:an? |the )?(?<tag>«quote»|[\w-]+)|\b(?:who )?(?:have|has|with|without|carr(?:y|ies)|do not have|does not have)(?: not)?(?: got)? (?:the |a )?(?:tag (?<tag2>«quote»|[\w-]+)|(?<tag3>«quote»|[\w-]+) tag)", RegexOptions.NonBacktracking)]
    private static partial Regex Tagged();

    [GeneratedRegex(@"(?<name>«quote»|[\w-]+(?: [\w-]+)?) (?:web |online |request )?forms?\b|\bform (?:called |named )?(?<name>«quote»)", RegexOptions.NonBacktracking)]
    private static partial Regex FormName();

    [GeneratedRegex("^(?:fill|submit|complet|send|receiv|get)\\w*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(?:the|our|a) (?<name>«quote»|[\w-]+) (?:survey|questionnaire)", RegexOptions.NonBacktracking)]
    private static partial Regex SurveyName();

    [GeneratedRegex(@"\b(?:texts? (?:us|in|back)|by text|via text|(?:a|an|incoming|inbound|new) text)\b|\b(?:emails us|by email|via email|(?:an|incoming|inbound|new) email)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Channel();

    [GeneratedRegex(@"\b(?:from|via|through|on|by|new) (?:our |the |an? )?(?<name>instagram|facebook|google|tiktok|yelp|groupon|linkedin|youtube|snapchat|realself)(?: (?:ads?|page|form|profile|account|dms?|campaign))?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Source();

    [GeneratedRegex(@"\b(?:from |on |in |via )?(?<name>google|facebook)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Site();

    /// <summary>How near a visit was when something happened to it.</summary>
    [GeneratedRegex(@"\b(?<op>less than|under|within|fewer than|inside|with less than|more than|over|at least|with more than) (?<len>" + Lengths.Pattern + @")(?: of)?(?: (?:notice|before|prior(?: to)?|ahead(?: of)?|in advance))?(?: (?:the |their |his |her |a |an |its )?(?:\w+ )?(?:appointment|visit|consultation|treatment|booking|session)| it)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Near();

    [GeneratedRegex(@"\b(?:a|an|the|their|every|each|his|her|any|for) (?<name>«quote»|[\w-]+) (?:appointment|visit|treatment|session|booking)\b|^(?:when |someone |after )*(?<name>" + Vocabulary.Treatments.Done + @") (?:appointment|visit|treatment|session)", RegexOptions.NonBacktracking)]
    private static partial Regex VisitKind();

    [GeneratedRegex(@"\b(?:for|gets?|had|has had|books?|of) (?:a |an |their )?(?<name>" + Vocabulary.Treatments.Pattern + @")\b|\b(?:a|the|their)(?: (?:first|next|last|new|free))? (?<name>consultation|consult)\b|\b(?<name>" + Vocabulary.Treatments.Done + @")\b", RegexOptions.NonBacktracking)]
    private static partial Regex VisitOf();

    [GeneratedRegex(@"\b(?:at|in|on) (?:the|our) (?<name>«quote»|[\w-]+ (?:room|calendar|clinic|suite))", RegexOptions.NonBacktracking)]
    private static partial Regex VisitAt();
}
