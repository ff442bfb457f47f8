namespace AesthetixWorkflows.Core.Records;

/// <summary>Something a member of the team is to do.</summary>
public sealed record WorkTask
{
    public string? ContactId { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public string? AssignedTo { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
    public string? EnrollmentId { get; init; }
    public string? WorkflowId { get; init; }
    /// <summary>The id under which another system knows it.</summary>
    public string? ExternalId { get; init; }
    /// <summary>What kind of work a workflow waits for: <c>call sms approval</c>; null for an ordinary task.</summary>
    public string? Kind { get; init; }
    /// <summary>What to say or to send.</summary>
    public string? Script { get; init; }
    public const int LongestText = 10_000;
    /// <summary>Words that wait to be approved; whoever approves may change them before.</summary>
    public string? Text { get; init; }
    /// <summary>The step and effect that go on when it is done; null when nothing waits for it.</summary>
    public string? StepId { get; init; }
    public string? EffectId { get; init; }
    /// <summary>How it went: <c>done</c>, a word of the team's own, <c>approved rejected</c> for an approval, <c>expired</c> when the workflow went on without it.</summary>
    public string? Result { get; init; }
    public string? ResultNote { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A remark kept on a contact.</summary>
/// <param name="AppointmentId">The visit it is about.</param>
public sealed record Note(string ContactId, string Text, string By, DateTimeOffset CreatedAt, string? EnrollmentId = null, string? AppointmentId = null);

/// <summary>A member of the team. Role: <c>owner frontdesk provider</c>.</summary>
public sealed record User(string Name, string? Email, string? Phone, string Role, string? BookingUrl = null);
