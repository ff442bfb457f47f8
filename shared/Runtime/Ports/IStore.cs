using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Ports;

/// <summary>Everything a practice owns. One contract for both hosts, held by <c>StoreSpec</c>.</summary>
/// <remarks>Reads see what was committed before they began. <see cref="Commit"/> returns when the changes are durable
/// (fsync, or the service's answer), and either all of them are or none.</remarks>
public interface IStore : IRecords
{
    /// <exception cref="StoreUnavailableException">Nothing was kept: disk full, file locked, service away.</exception>
    Task<Committed> Commit(ChangeSet changes, CancellationToken ct = default);

    Task<StoredEnrollment?> FindEnrollment(string practice, string id, CancellationToken ct = default);
    Task<EnrollmentPage> ListEnrollments(string practice, EnrollmentQuery query, CancellationToken ct = default);
    /// <summary>The enrollments of a contact that are not over.</summary>
    Task<IReadOnlyList<StoredEnrollment>> LiveOf(string practice, string contactId, CancellationToken ct = default);
    /// <summary>What re-entry is decided on: how often this contact entered this workflow in this scope, and what is still live.</summary>
    Task<EntryHistory> HistoryOf(string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince, CancellationToken ct = default);
    Task<IReadOnlyList<LogLine>> LogOf(string practice, string enrollmentId, int limit = 200, long after = 0, CancellationToken ct = default);
    /// <summary>The histories of all enrollments of a workflow, newest line first.</summary>
    Task<LogPage> ListLog(string practice, LogQuery query, CancellationToken ct = default);
    /// <summary>How often what happened at each step of a workflow, over all its versions and for ever, and who stands where now.</summary>
    Task<IReadOnlyList<StepCount>> StepsOf(string practice, string workflowId, CancellationToken ct = default);
    /// <summary>Per workflow: how many enrollments stand in each status.</summary>
    Task<IReadOnlyDictionary<EnrollmentStatus, long>> CountsOf(string practice, string workflowId, CancellationToken ct = default);

    /// <summary>Inputs for one enrollment that nobody has taken, oldest first.</summary>
    Task<IReadOnlyList<InboxRow>> Inbox(string practice, string enrollmentId, CancellationToken ct = default);

    Task<LedgerRow?> FindLedger(string practice, string effectId, CancellationToken ct = default);

    Task<StoredEvent?> FindEvent(string practice, string id, CancellationToken ct = default);
    Task<EventPage> ListEvents(string practice, string? type, string? contactId, string? result, int limit, string? cursor, CancellationToken ct = default);

    /// <summary>Takes a place in a drip: when this effect may go on. Asked again for the same effect it answers the same.</summary>
    Task<DateTimeOffset> TakeDripPlace(string practice, string workflowId, string stepId, string effectId, int batch, TimeSpan every, DateTimeOffset now, CancellationToken ct = default);

    /// <summary>Remembers the answer to a request with an idempotency key; null when the key is free and now ours.</summary>
    Task<IdempotentAnswer?> BeginIdempotent(string practice, string key, string bodyHash, DateTimeOffset now, CancellationToken ct = default);
    Task EndIdempotent(string practice, string key, int status, string? body, CancellationToken ct = default);

    /// <summary>Every practice there is: for what looks after all of them, such as schedules. No request may reach this.</summary>
    Task<IReadOnlyList<string>> Practices(CancellationToken ct = default);

    /// <summary>Whether it can write now; the reason when not, in words for an operator.</summary>
    Task<string?> WhyNotReady(CancellationToken ct = default);
}

/// <summary>Nothing was kept and nothing may be acknowledged.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

public sealed record StoredEnrollment(Enrollment Enrollment, long Revision, DateTimeOffset ChangedAt);
public sealed record EnrollmentPage(IReadOnlyList<StoredEnrollment> Items, string? Next);
public sealed record EnrollmentQuery(
    string? WorkflowId = null, string? ContactId = null, EnrollmentStatus? Status = null, string? StepId = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null, int Limit = 50, string? Cursor = null);

/// <param name="Times">Enrollments ever, in this scope.</param>
/// <param name="LiveId">One that is not over, in this scope.</param>
/// <param name="LastFinished">The latest finished one of this scope, for a reschedule after the reminders are through.</param>
/// <param name="RecentInWorkflow">Enrollments of this contact in this workflow, any scope, since the asked moment: the loop guard.</param>
public sealed record EntryHistory(int Times, string? LiveId, StoredEnrollment? LastFinished, int RecentInWorkflow);

public sealed record LogLine(long Seq, LogEntry Entry);
/// <param name="Steps">Only these; null: all, and what happened at no step.</param>
/// <param name="What">Only these; null: everything.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record LogQuery(
    string WorkflowId, string? ContactId = null, IReadOnlyList<string>? Steps = null, IReadOnlyList<Happened>? What = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null, int Limit = 50, string? Cursor = null)
{
    public bool Keeps(LogEntry entry) =>
        (Steps is null || (entry.StepId is not null && Steps.Contains(entry.StepId))) && (What is null || What.Contains(entry.What))
        && (From is null || entry.At >= From) && (To is null || entry.At < To);
}
public sealed record WorkflowLine(string EnrollmentId, string? ContactId, long Seq, LogEntry Entry);
/// <param name="Items">May be fewer than asked for although there are more: a store stops where it has looked long enough.</param>
public sealed record LogPage(IReadOnlyList<WorkflowLine> Items, string? Next);
/// <param name="What">Null: live enrollments that stand there now.</param>
/// <param name="Code">Only of what has reasons: see <see cref="StepCodes"/>.</param>
public sealed record StepCount(string StepId, Happened? What, string? Code, long Count);
public sealed record InboxRow(string InputId, Input Input);
/// <param name="Outcome">Null while nobody knows how the call ended.</param>
public sealed record LedgerRow(string EffectId, DateTimeOffset ClaimedAt, string? Ref, Outcome? Outcome);
/// <param name="Result">Null until routed, then <c>enrolled:2</c>, <c>signalled:1</c>, <c>unmatched:contact.unknown</c>, <c>ignored</c>.</param>
public sealed record StoredEvent(PracticeEvent Event, string? Result);
public sealed record EventPage(IReadOnlyList<StoredEvent> Items, string? Next)
{
    /// <summary>The result of an event that could not be routed; sent once more it may be.</summary>
    public const string GivenUp = "failed";
}
/// <param name="Status">Null while the first request is still being worked on.</param>
public sealed record IdempotentAnswer(string BodyHash, int? Status, string? Body);
