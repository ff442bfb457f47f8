using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Runtime.Explaining;

/// <summary>Why a contact is or is not in a workflow: four questions in the order in which they are worth asking.</summary>
/// <param name="Event">What could have let the contact in; null when nothing of the kind happened lately.</param>
/// <param name="FirstFailed">The question that is answered with no first; null when nothing stands in the way.</param>
/// <param name="Enrollment">What became of it when the contact did enter: by this event, or else the last time.</param>
/// <param name="Assumes">What the answers take for granted.</param>
public sealed record Explanation(
    string WorkflowId, string ContactId, ExplainedEvent? Event, string? FirstFailed, string Words,
    IReadOnlyList<ExplainedCheck> Checks, ExplainedEnrollment? Enrollment, IReadOnlyList<string> Assumes);

/// <param name="Question"><c>published trigger entry sends</c>, in this order.</param>
/// <param name="Code">Stable: <c>workflow.paused trigger.filter entry.once consent.dnd.sms</c> …</param>
/// <param name="First">The first one that failed.</param>
public sealed record ExplainedCheck(string Question, Verdict Verdict, string Code, string Words, bool First = false)
{
    /// <summary>What each trigger says to the event.</summary>
    public IReadOnlyList<ExplainedTrigger>? Triggers { get; init; }
    /// <summary>The enrollment that is in the way.</summary>
    public string? EnrollmentId { get; init; }
    /// <summary>The first messages of the workflow, on each of its paths.</summary>
    public IReadOnlyList<ExplainedSend>? Sends { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    [JsonStringEnumMemberName("ok")] Ok,
    [JsonStringEnumMemberName("failed")] Failed,
    [JsonStringEnumMemberName("unknown")] Unknown,
}

/// <param name="Result">What the router made of it; null: it has not been routed.</param>
public sealed record ExplainedEvent(string Id, string Type, DateTimeOffset At, string? Result);

/// <param name="Code"><c>matched trigger.type trigger.disabled trigger.filter</c></param>
/// <param name="Rows">The rows of the filter that do not hold: what they want, and what is there.</param>
public sealed record ExplainedTrigger(string Id, string Type, string Name, string Code, string Words, IReadOnlyList<FailedRow>? Rows);

/// <param name="Code"><c>ok</c>, or why it would not go now.</param>
/// <param name="Until">Until when it would be held.</param>
public sealed record ExplainedSend(string StepId, string Name, string Channel, string? Purpose, string Code, string Words, DateTimeOffset? Until);

/// <param name="Latest">Not by this event: the last time the contact entered.</param>
public sealed record ExplainedEnrollment(
    string Id, bool Latest, EnrollmentStatus Status, string? Reason, string? StepId, string? StepName, DateTimeOffset EnrolledAt, DateTimeOffset? NextAt, string Words);
