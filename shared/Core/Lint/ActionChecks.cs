using System.Globalization;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Definitions;
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
        if (catalogue.ChannelOf(act.Type, act.Config) == "sms")
            foreach (var text in catalogue.TextsOf(act.Type, act.Config)) Sms(act, text, report);
    }

    static void Sms(Step.Act act, ConfigText text, Report report)
    {
        if (AsksForCancel().IsMatch(text.Text))
            report.Step(LintCodes.ReplyCancel, act, "/config" + text.Pointer, "asks for the reply CANCEL, which unsubscribes the patient from all texts. Ask for C or R instead.");
        if (Segments.Count(text.Text) is > MaxSegments and var segments)
            report.Step(LintCodes.LongSms, act, "/config" + text.Pointer, string.Create(CultureInfo.InvariantCulture, $"is {segments} text messages long."));
    }

    [GeneratedRegex("""\b(reply|replying|text|send|answer|respond|type)\b[^.!?\n]{0,24}?["'“‘]?\bcancel\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AsksForCancel();
}
