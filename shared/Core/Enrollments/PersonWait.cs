namespace AesthetixWorkflows.Core.Enrollments;

/// <summary>A step that waits until a member of the team has called, written or decided.</summary>
public static class PersonWait
{
    /// <summary>The code of the hold, as histories show it.</summary>
    public const string Code = "waiting.task";
}
