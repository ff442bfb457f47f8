using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Runtime.Telemetry;

/// <summary>The names of tags, and what may stand in one.</summary>
public static class Tags
{
    public const string Practice = "practice", Workflow = "workflow", Enrollment = "enrollment", Step = "step", Event = "event", Hook = "hook";
    public const string Channel = "channel", Code = "code", Status = "status", Kind = "kind";

    /// <summary>The outcome's code without its particulars (<c>merge.missing:contact.firstName</c>); null when all went well.</summary>
    public static string? CodeOf(Outcome outcome) => outcome switch
    {
        Outcome.Failed failed => Head(failed.Code),
        Outcome.Unknown unknown => Head(unknown.Code),
        Outcome.Skipped skipped => Head(skipped.Code),
        Outcome.Held held => Head(held.Code),
        _ => null,
    };

    /// <summary><c>enrolled:1 signalled:2</c> → <c>enrolled</c>.</summary>
    public static string Head(string code) => code.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? code[..colon] : code;
}
