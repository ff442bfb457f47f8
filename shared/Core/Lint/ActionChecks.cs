using System.Globalization;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Actions: is the type known, is the form filled in, will the message get through?</summary>
internal static partial class ActionChecks
{
    const int MaxSegments = 10;

    public static void Run(Step step, ILintCatalogue catalogue, Report report)
    {
        if (step is not Step.Act act || act.Type.Length == 0) return;
        if (!catalogue.ActionTypes.Contains(act.Type))
        {
            report.Step(LintCodes.UnknownStep, act, "/type", $"is of an unknown type “{act.Type}”.{Nearest.Hint(act.Type, catalogue.ActionTypes)}");
            return;
        }
        foreach (var problem in catalogue.CheckAction(act.Type, act.Config))
            report.Step(problem.Code, act, "/config" + problem.Pointer, problem.Message);
        if (catalogue.ChannelOf(act.Type, act.Config) is not { } channel) return;
        foreach (var text in catalogue.TextsOf(act.Type, act.Config))
        {
            if (OfAnotherProduct().Match(text.Text) is { Success: true } foreign)
                report.Step(LintCodes.ForeignTemplate, act, "/config" + text.Pointer, $"has “{foreign.Value}”, which is no merge field here and would be sent as it is.");
            if (channel == "sms") Sms(act, text, report);
        }
    }

    static void Sms(Step.Act act, ConfigText text, Report report)
    {
        if (AsksForCancel().IsMatch(text.Text))
            report.Step(LintCodes.ReplyCancel, act, "/config" + text.Pointer, "asks for the reply CANCEL, which unsubscribes the patient from all texts. Ask for C or R instead.");
        if (AsksForStop().Match(text.Text) is { Success: true } stop)
            report.Step(LintCodes.StopMeansStop, act, "/config" + text.Pointer, $"asks for the reply {stop.Groups["word"].Value.ToUpperInvariant()}, which unsubscribes the patient from all texts. Ask for C or R instead.");
        if (AsksForYes().IsMatch(text.Text))
            report.Step(LintCodes.YesMeansStart, act, "/config" + text.Pointer, "asks for the reply YES, which to carriers may mean “text me again”. C or 1 says the same.");
        if (Segments.Count(text.Text) is > MaxSegments and var segments)
            report.Step(LintCodes.LongSms, act, "/config" + text.Pointer, string.Create(CultureInfo.InvariantCulture, $"is {segments} text messages long."));
    }

    [GeneratedRegex("""\b(reply|replying|text|send|answer|respond|type)\b[^.!?\n]{0,24}?["'“‘]?\bcancel\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex AsksForCancel();

    /// <summary>Asking for STOP is right when it is about texts, and wrong when it is about the visit.</summary>
    [GeneratedRegex("""\b(?:reply|replying|text|send|answer|respond|type)\b[^.!?\n]{0,24}?["'“‘]?\b(?<word>stop|end|quit|remove|revoke|unsubscribe)\b["'”’]?\s+(?:to|if|for)\b(?![^.!?\n]{0,60}\b(?:opt|texts?|messages?|sms|unsubscribe|reminders|receiving)\b)[^.!?\n]{0,60}?\b(?:cancel|reschedul\w*|move|change|declin\w*|confirm\w*|book\w*|appointment|visit)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex AsksForStop();

    [GeneratedRegex("""\b(reply|replying|text|send|answer|respond|type)\b(?: back)?(?: with)?\s+["'“‘]?yes\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex AsksForYes();

    /// <summary>Liquid, ERB, Mailchimp, single braces, brackets.</summary>
    [GeneratedRegex("""\{%[^%\n]{0,80}%\}|<%[^%\n]{0,80}%>|\*\|\w{1,40}\|\*|\[\[[\w. ]{1,40}\]\]|\$\{[\w.]{1,40}\}|(?<!\{)\{[A-Za-z]\w*[._ ]?\w*\}(?!\})""", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex OfAnotherProduct();
}
