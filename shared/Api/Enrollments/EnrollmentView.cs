using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Enrollments;

/// <summary>One contact's way through a workflow, as people look at it: where it stands, why, and when it goes on.</summary>
/// <param name="WaitsFor">What a wait waits for: <c>delay until reply condition link email invoice goal drip start</c>, for a step that was put off <c>hold</c>, for one that failed and is tried again <c>retry</c>.</param>
/// <param name="NextAt">When it goes on by itself.</param>
public sealed record EnrollmentView(
    string Id, string WorkflowId, int Version, string? ContactId, string ScopeKey, EnrollmentStatus Status, string? Reason, string? StepId,
    string? WaitsFor, DateTimeOffset? NextAt, string? TriggerId, string? EventId, string Zone,
    DateTimeOffset EnrolledAt, DateTimeOffset? StartAt, DateTimeOffset? FinishedAt, DateTimeOffset ChangedAt, IReadOnlyList<LoggedLine>? Log = null)
{
    public static EnrollmentView Of(StoredEnrollment stored)
    {
        var e = stored.Enrollment;
        var next = e.Pending.DueAt is { } due && due > DateTimeOffset.MinValue ? due : (DateTimeOffset?)null;
        return new(
            e.Id, e.WorkflowId, e.Version, e.ContactId, e.ScopeKey, e.Status, e.Reason, e.StepId, For(e.Pending), next,
            e.TriggerId, e.EventId, e.Zone, e.EnrolledAt, e.StartAt, e.FinishedAt, stored.ChangedAt);
    }

    static string? For(Pending pending) => pending switch
    {
        Pending.Timer timer => timer.For,
        Pending.Action { NotBefore: not null, Attempt: > 1 } => "retry",
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
