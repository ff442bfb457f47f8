using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Scheduling;

namespace AesthetixWorkflows.Runtime.Facts;

/// <summary>Which facts a step may ask for, so that only those are read. Generous: a word that looks like one counts.</summary>
public sealed partial record FactNeeds(bool Event, bool Appointment, bool Opportunity, bool User, IReadOnlyList<string> Outputs)
{
    public bool Invoice { get; init; }
    public bool Document { get; init; }
    public bool Task { get; init; }
    /// <summary>All visits of the contact together.</summary>
    public bool Visits { get; init; }
    public bool Reply { get; init; }
    /// <summary>The reply's own words, which stand in the message's record.</summary>
    public bool ReplyText { get; init; }
    public bool Found { get; init; }
    /// <summary>Steps that send invoices, the nearest before this one first.</summary>
    public IReadOnlyList<string> InvoiceSteps { get; init; } = [];
    /// <summary>The keys of the practice's own values.</summary>
    public IReadOnlyList<string> Custom { get; init; } = [];
    /// <summary>The keys of tracked links.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    static readonly ConditionalWeakTable<Step, FactNeeds> Known = [];

    public static FactNeeds Of(Step step, Definition definition) => Known.GetValue(step, s => From(s, Words(s), definition));

    static FactNeeds From(Step step, string words, Definition definition)
    {
        bool Has(string root) => Mentions(words, root + ".");
        var outputs = Has("steps") ? definition.Steps.Keys.Where(id => words.Contains($"steps.{id}.", StringComparison.Ordinal)).ToList() : [];
        // Anything that is none of our own records can only come from the event (form, survey, payment, webhook …).
        var appointment = Has("appointment");
        var opportunity = Has("opportunity");
        var other = appointment || opportunity || Roots.Any(Has);
        return new(other, appointment, opportunity, Has("user"), outputs)
        {
            Invoice = Has("invoice"),
            Document = Has("document"),
            Task = Has("task"),
            InvoiceSteps = Has("invoice") ? StepsBefore.OfType(definition, step.Id, "invoice.send") : [],
            Visits = Has("visits"), Reply = Has("reply"), ReplyText = words.Contains("reply.text", StringComparison.Ordinal), Found = Has("found"),
            Links = Has("link") ? [.. LinkName().Matches(words).Select(match => match.Groups[1].Value).Distinct().Except(LinkKey.Taken)] : [],
            Custom = Has("custom") ? [.. CustomKey().Matches(words).Select(match => match.Groups[1].Value).Distinct()] : [],
        };
    }

    /// <summary>As a word of its own: "read." says nothing of an ad.</summary>
    static bool Mentions(string words, string root)
    {
        for (var at = words.IndexOf(root, StringComparison.Ordinal); at >= 0; at = words.IndexOf(root, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetterOrDigit(words[at - 1]) && words[at - 1] != '.') return true;
        return false;
    }

    [GeneratedRegex(@"\bcustom\.([\w-]+)", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex CustomKey();

    [GeneratedRegex(@"\{\{\s*(?:#\w+\s+)?link\.([\w-]+)", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex LinkName();

    /// <summary>What any trigger of the product brings, besides the contact, who is always there.</summary>
    static readonly string[] Roots = ["event", Occasions.Root, .. EventRoots.All];

    static readonly string[] About = ["appointment.", "opportunity.", "invoice."];

    static string Words(Step step) => step switch
    {
        // These look for the record that the event is about, whatever their config says.
        Step.Act { Type: var type } act when About.Any(root => type.StartsWith(root, StringComparison.Ordinal)) => $"{type} {act.Config.GetRawText()}",
        Step.Act act => act.Config.GetRawText(),
        Step.If s => string.Join(' ', s.Branches.SelectMany(b => ConditionFields.Of(b.When)).Select(f => f + ".")),
        Step.WaitCondition s => string.Join(' ', ConditionFields.Of(s.When).Select(f => f + ".")),
        Step.WaitUntil s => s.Field + ".",
        Step.WaitInvoice => "invoice.",
        _ => "",
    };
}
