namespace AesthetixWorkflows.Core.Machine;

/// <summary>What of a history is counted, at which step and under which code: everybody who came to a step is counted there once,
/// by how it ended for them.</summary>
public static class StepCodes
{
    /// <summary>Was taken out, moved or led away before the step had come to an end of its own.</summary>
    public const string Left = "left";

    /// <summary>How the code of a jump to a goal begins; the goal's step follows.</summary>
    public const string ToGoal = "goal:";

    public static IEnumerable<(string Step, string? Code)> Counted(LogEntry entry)
    {
        var goal = entry is { What: Happened.Jumped, Code: { } code } && code.StartsWith(ToGoal, StringComparison.Ordinal) ? code[ToGoal.Length..] : null;
        // Met from afar, the goal is one that was reached.
        if (goal is not null) yield return (goal, null);
        if (entry.StepId is not { } step) yield break;
        if (entry.Left is true) yield return (step, Left);
        else if (goal is null) yield return (step, CodeOf(entry));
    }

    /// <summary>Only codes that are few: reasons and answers. An id would make a count of its own each time.</summary>
    static string? CodeOf(LogEntry entry) => entry.What switch
    {
        Happened.Skipped or Happened.Failed or Happened.Decided => entry.Code,
        // The message's id follows.
        Happened.Unknown => entry.Code?.Split(':')[0],
        _ => null,
    };
}
