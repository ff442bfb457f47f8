using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Operating;

/// <summary>What a person does to one enrollment. The input is kept durably; the enrollment takes it when its carrier next looks.</summary>
public sealed class Operator(IStore store, IIdSource ids)
{
    /// <param name="stepId">Where to go on; only for <see cref="Operation.Move"/>.</param>
    public async Task<Operated> Send(Actor by, string enrollmentId, Operation operation, string? stepId, string? reason, CancellationToken ct = default)
    {
        var changes = new ChangeSet(by.Practice);
        var operated = await Prepare(by.Practice, enrollmentId, operation, by.Name, stepId, reason, ids.New("inp"), changes, ct);
        if (operated is not Operated.Sent) return operated;
        var name = operation.ToString();
        await store.Commit(changes.Audited(ids, by, $"enrollment.{char.ToLowerInvariant(name[0])}{name[1..]}", enrollmentId, reason ?? stepId), ct);
        return Operated.Sent;
    }

    /// <summary>Adds the input to the changes of its cause, so that both happen or neither does.</summary>
    public async Task<Operated> Prepare(
        string practice, string enrollmentId, Operation operation, string by, string? stepId, string? reason, string inputId, ChangeSet changes, CancellationToken ct = default)
    {
        if (await store.FindEnrollment(practice, enrollmentId, ct) is not { } stored) return Operated.Unknown;
        // A failed one is over only until a person takes it up again (retry, skip, move) or lays it aside (stop).
        if (stored.Enrollment is { IsLive: false, Status: not EnrollmentStatus.Failed }) return Operated.Over;
        if (operation is Operation.Move && !await HasStep(practice, stored, stepId, ct)) return Operated.NoSuchStep;
        // Who skips or runs on means the step at which the contact stands now, and not the one after it: two clicks, or one in the
        // moment in which the step is done, must not pass over two.
        var at = operation is Operation.Skip or Operation.RunNow ? stored.Enrollment.StepId ?? Input.Operated.Start : null;
        changes.Add(new Change.Send(enrollmentId, inputId, new Input.Operated(operation, by, stepId, reason, at)));
        return Operated.Sent;
    }

    async Task<bool> HasStep(string practice, StoredEnrollment stored, string? stepId, CancellationToken ct) =>
        stepId is not null
        && await store.Find(Kinds.Version, practice, $"{stored.Enrollment.WorkflowId}.{stored.Enrollment.Version}", ct) is { } version
        && version.Body.Definition.TryGetProperty("steps", out var steps)
        && steps.TryGetProperty(stepId, out _);
}

/// <summary>How an operator's wish was received.</summary>
public enum Operated { Sent, Unknown, Over, NoSuchStep }
