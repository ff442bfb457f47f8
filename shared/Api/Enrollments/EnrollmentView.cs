using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Enrollments;

/// <summary>One contact's way through a workflow, as people look at it: where it stands, why, and when it goes on.</summary>
/// <param name="WaitsFor">What a wait waits for: <c>delay until reply condition link email invoice goal drip start</c>, for a step that a person has to do or to approve <c>task</c>,
/// for one that another system has to answer <c>callback</c>, for one that was put off <c>hold</c>, for one that failed and is tried again <c>retry</c>.</param>
/// <param name="NextAt">When it goes on by itself; null also when it only does so long after, should nobody move it.</param>
public sealed record EnrollmentView(
    string Id, string WorkflowId, int Version, string? ContactId, string ScopeKey, EnrollmentStatus Status, string? Reason, string? StepId,
    string? WaitsFor, DateTimeOffset? NextAt, string? TriggerId, string? EventId, string Zone,
    DateTimeOffset EnrolledAt, DateTimeOffset? StartAt, DateTimeOffset? FinishedAt, DateTimeOffset ChangedAt, IReadOnlyList<LoggedLine>? Log = null)
{
    public static EnrollmentView Of(StoredEnrollment stored)
    {
        var e = stored.Enrollment;
        var next = e.Pending is not Pending.Action { Open: true } && e.Pending.DueAt is { } due && due > DateTimeOffset.MinValue ? due : (DateTimeOffset?)null;
        return new(
            e.Id, e.WorkflowId, e.Version, e.ContactId, e.ScopeKey, e.Status, e.Reason, e.StepId, For(e.Pending), next,
            e.TriggerId, e.EventId, e.Zone, e.EnrolledAt, e.StartAt, e.FinishedAt, stored.ChangedAt);
    }

    static string? For(Pending pending) => pending switch
    {
        Pending.Timer timer => timer.For,
        Pending.Action { NotBefore: not null, Held: PersonWait.Code } => "task",
        Pending.Action { NotBefore: not null, Held: CallbackWait.Code } => "callback",
        Pending.Action { NotBefore: not null, Held: null, Attempt: > 1 } => "retry",
        Pending.Action { NotBefore: not null, Since: not null } => "hold",
        _ => null,
    };

    public static Listed<EnrollmentView> Of(EnrollmentPage page) => new([.. page.Items.Select(Of)], Cursor.Wrap(page.Next));
}

/// <summary>One line of an enrollment's history.</summary>
public sealed record LoggedLine(long Seq, DateTimeOffset At, Happened What, string? StepId, int Visit, string? Code, DateTimeOffset? Until)
{
    public static LoggedLine Of(LogLine line) =>
        new(line.Seq, line.Entry.At, line.Entry.What, line.Entry.StepId, line.Entry.Visit, line.Entry.Code, line.Entry.Until);
}

/// <summary>What an operator adds to a deed.</summary>
/// <param name="Reason">Why, in the operator's words; kept in the audit log.</param>
public sealed record OperatorWish(string? Reason = null);

/// <summary>Where an enrollment is to go on.</summary>
/// <param name="StepId">The step to go on at.</param>
public sealed record MoveWish(string? StepId = null, string? Reason = null);
