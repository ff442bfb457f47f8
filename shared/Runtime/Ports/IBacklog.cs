using AesthetixWorkflows.Core.Events;

namespace AesthetixWorkflows.Runtime.Ports;

/// <summary>What the embedded host's runner asks its store for: what is due, and what came in while it was away. On Azure,
/// orchestrations and queues carry this instead.</summary>
public interface IBacklog
{
    /// <summary>Live enrollments due at or before <paramref name="until"/>, soonest first, over all practices.</summary>
    Task<IReadOnlyList<DueRow>> Due(DateTimeOffset until, int limit, CancellationToken ct = default);
    /// <summary>Enrollments that have inputs which nobody has taken, longest waiting first.</summary>
    Task<IReadOnlyList<EnrollmentRef>> WithInbox(int limit, CancellationToken ct = default);
    /// <summary>Events accepted and not yet routed, in order of acceptance.</summary>
    Task<IReadOnlyList<PracticeEvent>> Unrouted(int limit, CancellationToken ct = default);
}

public readonly record struct EnrollmentRef(string Practice, string Id);
public readonly record struct DueRow(string Practice, string Id, DateTimeOffset DueAt);
