using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Functions.Storage;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Orchestration;

/// <summary>Starts orchestrations and wakes them. Both may be done again and again: what an enrollment does is read from its
/// row, so a start that is repeated is refused and a nudge too many finds nothing to do.</summary>
public sealed class EnrollmentStarter(DurableLink link, NextSteps steps, ILeftovers leftovers, ILogger<EnrollmentStarter> log)
{
    static readonly string[] Going = [nameof(OrchestrationRuntimeStatus.Pending), nameof(OrchestrationRuntimeStatus.Running), nameof(OrchestrationRuntimeStatus.Suspended)];

    /// <summary>Gives a new enrollment its orchestration. What goes wrong is logged and left to <c>Recover</c>.</summary>
    /// <returns>False: it may have none.</returns>
    public async Task<bool> Start(Enrollment enrollment, CancellationToken ct)
    {
        if (link.Client is not { } client) return false;
        try
        {
            await Begin(client, enrollment, ct);
            await leftovers.Started(enrollment.Practice, enrollment.Id, ct);
            return true;
        }
#pragma warning disable CA1031 // The enrollment is committed; whoever committed it must not be told otherwise.
        catch (Exception away) when (away is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Logs.NotStarted(log, enrollment.Id, away.GetType().Name);
            return false;
        }
    }

    /// <summary>Something came for it: its orchestration looks. What goes wrong is logged and left to <c>Recover</c>.</summary>
    /// <param name="revive">It may be over (failed, and taken up again by a person): then it gets a new orchestration.</param>
    public async Task Nudge(Enrollment? revive, string enrollmentId, CancellationToken ct)
    {
        if (link.Client is not { } client) return;
        try
        {
            if (revive is null || !await Begin(client, revive, ct)) await client.RaiseEventAsync(enrollmentId, EnrollmentOrchestrator.Came, null, ct);
        }
#pragma warning disable CA1031 // As above: the input is committed.
        catch (Exception away) when (away is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Logs.NotNudged(log, enrollmentId, away.GetType().Name);
        }
    }

    /// <returns>False: it is being carried already.</returns>
    async Task<bool> Begin(DurableTaskClient client, Enrollment enrollment, CancellationToken ct)
    {
        try
        {
            var next = await steps.After(enrollment, ct);
            // Over, and still to be carried: whatever came for it must be looked at.
            if (next.Over) next = next with { Over = false, Activity = ActivityNames.Evaluate };
            var carry = new Carry(enrollment.Practice, enrollment.Id, next);
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(EnrollmentOrchestrator), carry, new StartOrchestrationOptions(enrollment.Id) { DedupeStatuses = Going }, ct);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }
}
