using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Texts;

namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>Messages to the contact.</summary>
static partial class MessageWords
{
    const string Kind = @"(?:a |an |the |our |another |1 |out |over |you )?(?:[\w-]+ ){0,4}?";
    const string Talk = @"(?:thank|ask|invite|offer|welcome|wish|follow up|check in|check|reach out|remind|nudge|congratulate|apologize|request|tell|let|get back to|inform|update|contact|message|write|send|give|share|reply)";

    /// <summary>What a message is called that is named without a verb: "a welcome email", "reminder text".</summary>
    const string Kinds = @"(?:(?:a|an|the|our|another|1|quick|short|friendly|nice|final|second|first|last|next|special|personal|happy|gentle|warm|small|little|automatic|automated|simple|polite|immediate) )*(?:(?:welcome|thanks?|thank you|you|birthday|confirmation|reminder|follow up|follow|up|"
        + @"review|offer|promo|comeback|come back|win back|aftercare|after care|prep|preparation|apology|sorry|intro|introduction|intake|feedback|check in|nudge|rebooking|rebook|booking|marketing|educational|nurture|price|payment|overdue|recall|survey|consent|directions|congratulations|anniversary|referral|goodbye|hello|touch up|top up) )*";

    public static readonly ImmutableArray<ActWord> All =
    [
        new("review.request", @"^(?:please )?(?:ask|request|send|invite|text|email|get|prompt)\b.*\breviews?\b", said => Message(said, Channel(said), bothWays: true)),
        new("email.send", @"^(?:please )?(?:an )?(?:email|mail)\b" + ActWords.Them, said => Message(said, "email")),
        new("sms.send", @"^(?:please )?(?:text|sms|message)\b" + ActWords.Them, said => Message(said, "sms")),
        new("email.send", @"^(?:please )?(?:send|write|reply with|follow up with|drop|shoot|give|share|get|do)\b" + ActWords.Them + " " + Kind + @"emails?\b", said => Message(said, "email")),
        new("sms.send", @"^(?:please )?(?:send|write|reply with|follow up with|drop|shoot|give|share|get|do)\b" + ActWords.Them + " " + Kind + @"(?:text|texts|text message|message)\b", said => Message(said, "sms")),
        new("email.send", "^" + Talk + @"\b.*\b(?:by|via|with an|over|in an|per|through) email\b", said => Message(said, "email")),
        new("sms.send", "^" + Talk + @"\b.*\b(?:by|via|with a|over|in a|per|through) text\b", said => Message(said, "sms")),
        new("email.send", "^" + Kinds + @"emails?\b", said => Message(said, "email")),
        new("sms.send", "^" + Kinds + @"(?:texts?|message)\b", said => Message(said, "sms")),
        new("email.send", @"^by email\b", said => Message(said, "email")),
        new("sms.send", @"^by text\b", said => Message(said, "sms")),
        new("sms.send", "^(?:please )?" + Talk + @"\b" + ActWords.Them, Either),
    ];

    static string Channel(ActSaid said) => said.Clause.Text.Contains("email", StringComparison.Ordinal) ? "email" : "sms";

    static JsonObject? Either(ActSaid said)
    {
        // "Check if …" asks, and tells nobody anything.
        if (Asks().IsMatch(said.Clause.Text) || Thing().IsMatch(said.Clause.Text) && !Way().IsMatch(said.Clause.Text)) return null;
        if (Way().IsMatch(said.Clause.Text)) return Message(said, Channel(said));
        said.Scene.Assume($"“{said.Clause.Typed}” is sent as a text message; nothing says by which way.");
        return Message(said, "sms");
    }

    static JsonObject Message(ActSaid said, string channel, bool bothWays = false)
    {
        var quotes = said.Clause.Quotes.ToList();
        var subject = SubjectSaid().IsMatch(said.Clause.Text) && quotes.Count > 0 ? SubjectOf(said, quotes) : null;
        var body = quotes.FirstOrDefault();
        var about = About(said);
        var topic = TopicTable.Find(said.Clause.Text) ?? (about is null ? TopicTable.ByStart(said.Scene) : Texts.About.General);
        if (topic is Texts.About.Remind && said.Scene.Subject == "confirm") topic = Texts.About.Confirm;
        if (topic is Texts.About.Rebook && said.Scene.Starts.Exists(start => start.Type == "appointment.rescheduled")) topic = Texts.About.Moved;
        // Who is reminded after a visit is reminded of the next.
        if (topic is Texts.About.Remind && said.Scene.Starts.Exists(start => start.Filters.Any(row => row.Field == "appointment.status" && row.Value?.ToString() == "showed"))) topic = Texts.About.Recall;
        said.Scene.AskedForNumber |= Number().IsMatch(said.Clause.Text);
        var text = Letters.Write(channel, topic, said.Scene, about, Line.Of(said.Clause.Length > 1 ? said.Clause.From(1).Typed : "", TopicTable.Find(said.Clause.Text) is null));
        var purpose = Purposes.Of(said.Clause.Text, topic);
        said.Scene.Assume($"{(channel == "email" ? "An email" : "A text")} is sent for {purpose}{(purpose == "care" ? " (it belongs to a visit or to what the contact asked for)" : " (only contacts who agreed to offers and news get it)")}.");
        var config = new JsonObject { ["purpose"] = purpose };
        if (bothWays) config["channel"] = channel;
        if (channel == "email") config["subject"] = subject ?? text.Subject;
        config["body"] = body ?? text.Body;
        if (body is null) said.Scene.Assume($"The words of “{said.Clause.Typed}” were written for you: needs review.");
        Understood(said);
        said.Scene.Messages++;
        return config;
    }

    /// <summary>The quotation after the word subject; the other one is the message.</summary>
    static string SubjectOf(ActSaid said, List<string> quotes)
    {
        var at = said.Clause.Text[..said.Clause.Text.IndexOf("subject", StringComparison.Ordinal)].Split(Words.Word.Quote).Length - 1;
        var subject = quotes[Math.Min(at, quotes.Count - 1)];
        quotes.RemoveAt(Math.Min(at, quotes.Count - 1));
        return subject;
    }

    /// <summary>What it is about is in the text; what stands behind that was not understood.</summary>
    static void Understood(ActSaid said)
    {
        if (said.Clause.Quotes.Any())
        {
            // Whatever stands around a text that is given word for word must be another wish.
            foreach (Match part in Quoted().Matches(said.Clause.Text)) said.Clause.Use(part);
            return;
        }
        if (Stray().Match(said.Clause.Text) is not { Success: true } stray) said.Clause.UseAll();
        else said.Clause.Use(0, stray.Index);
    }

    /// <summary>"about the quote", or "the price list" as it stands: two words at least, or it is only "a link".</summary>
    static string? About(ActSaid said)
    {
        var rest = said.Rest;
        if (Stray().Match(" " + rest.ToLowerInvariant()) is { Success: true } stray) rest = rest[..Math.Max(0, stray.Index - 1)];
        return Whole(rest) is { } about ? Topic.ToThem(about) : null;
    }

    static string? Whole(string rest)
    {
        if (Topic.IsAbout(rest)) return Topic.About(rest);
        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => !Words.LittleWords.Has(word.ToLowerInvariant())) >= 2 ? Topic.About(rest) : null;
    }

    [GeneratedRegex(@"^(?:check|see|update|let) (?:if|whether|that|the|it|its)\b|\bto (?:the |our |a |my )?(?:wait ?-?list|front desk|team|next patient)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Asks();

    /// <summary>What goes by post, and no message can carry.</summary>
    [GeneratedRegex(@"^(?:send|give|write)\b.*\b(?:cards?|letters?|flowers|gifts?|presents?|postcards?|parcels?|samples?|goodie bags?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Thing();

    [GeneratedRegex(@"\b(?:e-?mail|text|sms)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Way();

    /// <summary>The words ask for a number: "answer 1 to 5", "rate us".</summary>
    [GeneratedRegex(@"\b\d+ (?:to|-|and) \d+\b|\brat(?:e|ing)\b|\bscores?\b|\bscale\b|\bout of \d+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("\\bsubject\\b", RegexOptions.NonBacktracking)]
    private static partial Regex SubjectSaid();

    [GeneratedRegex(@"«quote»|\bsubject(?: line)?\b|\b(?:saying|says|say|text|message|word|words|email|reading|with|titled|called|like)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    /// <summary>"… and reboot the coffee machine", "… every month": something else again.</summary>
    [GeneratedRegex(@" (?:, )?and (?:re\w+|(?:\w+) the) | (?:every|each|unless|except|twice|but|who|while|from|after|following) ", RegexOptions.NonBacktracking)]
    private static partial Regex Stray();
}
