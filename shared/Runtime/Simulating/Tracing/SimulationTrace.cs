using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Runtime.Simulating.Tracing;

/// <summary>What would happen, told from its start to its end.</summary>
/// <param name="Trigger">Whether what started it lets the contact in; null when it was added by hand.</param>
/// <param name="Refused">Why a contact that was added by hand is not admitted.</param>
/// <param name="Ended">Why it goes no further.</param>
public sealed record SimulationTrace(
    DateTimeOffset StartedAt, DateTimeOffset EndedAt, TriggerTrace? Trigger, Reason? Refused,
    IReadOnlyList<TraceLine> Lines, IReadOnlyList<TraceEvent> Events, IReadOnlyList<TraceEnd> Enrollments, Reason Ended);

/// <summary>A stable code, and the same in words.</summary>
public sealed record Reason(string Code, string Words);

/// <summary>One line of a simulated enrollment's history, and everything that would have come with it.</summary>
/// <param name="Code">As in a real history: <c>branch:b1</c>, <c>consent.dnd.sms</c>, <c>msg_…</c>.</param>
/// <param name="Why">The code in words.</param>
/// <param name="Until">When it goes on, for waits, holds and retries.</param>
/// <param name="Elsewhere">What would have happened to enrollments of other workflows.</param>
public sealed record TraceLine(
    DateTimeOffset At, string EnrollmentId, string? StepId, string? StepName, string? StepType, int Visit, Happened What, string? Code, string? Why, DateTimeOffset? Until)
{
    public IReadOnlyList<TraceMessage>? Messages { get; init; }
    public IReadOnlyList<TraceCall>? Calls { get; init; }
    public IReadOnlyList<RecordChange>? Changes { get; init; }
    public IReadOnlyList<TraceElsewhere>? Elsewhere { get; init; }
}

/// <summary>A message that was written and not sent.</summary>
public sealed record TraceMessage(string Channel, string? Purpose, string? From, string? To, string? Subject, string? Text, string? Html, int? Segments);

/// <summary>A call to another system that was not made, and what was taken for its answer.</summary>
/// <param name="Status">Null: it would have been refused.</param>
public sealed record TraceCall(string Method, string Url, string? Body, bool Signed, int? Status, string? Refused);

/// <summary>A record that would have changed: only the fields that differ.</summary>
/// <param name="Before">Null: it is new.</param>
/// <param name="After">Null: it is deleted.</param>
public sealed record RecordChange(string Kind, string Id, JsonElement? Before, JsonElement? After);

/// <param name="Would"><c>enroll</c> or <c>stop</c>.</param>
public sealed record TraceElsewhere(string Would, string? WorkflowId, string EnrollmentId);

/// <summary>An event of the simulation and what became of it.</summary>
/// <param name="By"><c>start script workflow</c>, or <c>engine</c> for what follows from another event.</param>
public sealed record TraceEvent(DateTimeOffset At, string Id, string Type, string By, string? ContactId, string Result, string Words, IReadOnlyList<RecordChange>? Changes);

/// <summary>How an enrollment ended, or where it stands.</summary>
/// <param name="NextAt">When it would go on by itself.</param>
public sealed record TraceEnd(
    string EnrollmentId, string? ContactId, string ScopeKey, EnrollmentStatus Status, Reason? Reason, string? StepId, string? StepName, string? WaitsFor, DateTimeOffset? NextAt);

/// <summary>Whether the first event matches, trigger by trigger.</summary>
/// <param name="Matched">The first trigger that holds.</param>
/// <param name="Admitted">Whether the contact entered.</param>
/// <param name="Why">What became of the event, in words.</param>
public sealed record TriggerTrace(string? Matched, bool Admitted, Reason Why, IReadOnlyList<TriggerVerdict> Triggers);

/// <param name="Code"><c>matched trigger.type trigger.disabled trigger.filter</c></param>
/// <param name="Rows">The rows of the filter that do not hold.</param>
public sealed record TriggerVerdict(string Id, string Type, string? Name, bool Holds, string Code, IReadOnlyList<FailedRow>? Rows);
