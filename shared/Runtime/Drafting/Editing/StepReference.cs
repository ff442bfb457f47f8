using System.Text.RegularExpressions;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>Finds the step that "the second email" or "the task" means.</summary>
static partial class StepReference
{
    static readonly (string Word, Func<string, bool> Is)[] kinds =
    [
        ("text", type => type is "sms.send"), ("message", type => type is "sms.send" or "email.send"), ("email", type => type is "email.send"), ("task", type => type is "task.add"), ("call", type => type is "task.add" or "manual.call"),
        ("reply", type => type is "wait.reply"), ("wait", type => type.StartsWith("wait.", StringComparison.Ordinal)), ("delay", type => type.StartsWith("wait.", StringComparison.Ordinal)),
        ("notification", type => type is "team.notify"), ("notify", type => type is "team.notify"), ("alert", type => type is "team.notify"), ("tag", type => type.StartsWith("contact.tag.", StringComparison.Ordinal)), ("note", type => type is "note.add"),
        ("branch", type => type is "if"), ("condition", type => type is "if"), ("split", type => type is "split"), ("goal", type => type is "goal"), ("review", type => type is "review.request"), ("webhook", type => type is "webhook.send"),
        ("opportunity", type => type.StartsWith("opportunity.", StringComparison.Ordinal)), ("assignment", type => type is "contact.assign"), ("step", _ => true), ("reminder", type => type is "sms.send" or "email.send"),
    ];

    /// <summary>Null when the words name no step that is there.</summary>
    /// <param name="many">More than one step could be meant; the first is answered.</param>
    public static string? Find(DraftGraph graph, Clause clause, out bool many)
    {
        many = false;
        if (clause.Text is "it" or "that") return graph.Mentioned is { } mentioned && graph.Step(mentioned) is not null ? mentioned : null;
        return Named(graph, clause, out many) is { } id ? graph.Mentioned = id : null;
    }

    static string? Named(DraftGraph graph, Clause clause, out bool many)
    {
        many = false;
        var order = graph.InOrder();
        foreach (var quote in clause.Quotes)
            if (order.FirstOrDefault(id => string.Equals(graph.NameOf(id), quote, StringComparison.OrdinalIgnoreCase)) is { } named) return named;
        if (Id().Match(clause.Text) is { Success: true } exact && order.Contains(exact.Groups["id"].Value)) return exact.Groups["id"].Value;
        if (Kind().Match(clause.Text) is not { Success: true } match) return null;
        var word = match.Groups["kind"].Value;
        var kind = kinds.FirstOrDefault(entry => word == entry.Word || word == entry.Word + "s");
        if (kind.Is is null) return null;
        var fitting = order.Where(id => kind.Is(graph.TypeOf(id))).ToList();
        if (fitting.Count == 0) return null;
        var at = match.Groups["which"].Value switch { "second" or "2" => 1, "third" or "3" => 2, "fourth" or "4" => 3, "last" or "final" => fitting.Count - 1, _ => 0 };
        if (match.Groups["number"].Success && int.TryParse(match.Groups["number"].ValueSpan, out var number)) at = number - 1;
        many = fitting.Count > 1 && !match.Groups["which"].Success && !match.Groups["number"].Success;
        return at >= 0 && at < fitting.Count ? fitting[at] : null;
    }

    [GeneratedRegex(@"\b(?:step )?(?<id>s\d{1,3})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?:^(?:(?:the|that|this|our|an?) )?|\b(?:the|that|this|every|each|our|all|a|an|its|of) )(?:(?<which>first|second|third|fourth|last|final|1|2|3|4)(?: st| nd| rd| th)? )?(?:[\w-]+ ){0,2}?(?<kind>texts?|messages?|emails?|tasks?|call|waits?|delay|notifications?|alert|tags?|note|branch|condition|split|goal|review|webhook|opportunity|assignment|reply|reminder|steps?)\b(?: step)?(?: (?<number>\d))?", RegexOptions.NonBacktracking)]
    private static partial Regex Kind();
}
