using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Jobs;

/// <summary>What a job does to one contact or enrollment; it becomes part of the turn's own change set.</summary>
sealed class JobDeeds(IStore store, Enroller enroller, Operator @operator)
{
    public const string Enroll = "enroll";

    static readonly Dictionary<string, Operation> Operations = new()
    {
        ["retry"] = Operation.Retry, ["skip"] = Operation.Skip, ["stop"] = Operation.Stop, ["pause"] = Operation.Pause,
        ["resume"] = Operation.Resume, ["runNow"] = Operation.RunNow, ["move"] = Operation.Move,
    };

    /// <returns>Why not, and the enrollment it is about.</returns>
    public Task<(string? Code, string? Enrollment)> Do(string practice, string jobId, Job job, string target, ChangeSet changes, CancellationToken ct) =>
        job.Type == Enroll ? EnrollOne(practice, job, target, changes, ct) : Operate(practice, jobId, job, target, changes, ct);

    async Task<(string?, string?)> EnrollOne(string practice, Job job, string contact, ChangeSet changes, CancellationToken ct)
    {
        if (await store.Find(Kinds.Contact, practice, contact, ct) is not { } known) return ("contact.unknown", null);
        var result = await enroller.Prepare(new EnrollRequest(practice, job.WorkflowId, contact, null, null, null, null, job.By), known.Body, changes, ct);
        return (result.Refused, result.EnrollmentId);
    }

    async Task<(string?, string?)> Operate(string practice, string jobId, Job job, string enrollment, ChangeSet changes, CancellationToken ct)
    {
        var operated = await @operator.Prepare(practice, enrollment, Operations[job.Type], job.By, job.StepId, job.Reason, $"{jobId}/{enrollment}", changes, ct);
        return (operated switch { Operated.Sent => null, Operated.Unknown => "notFound", Operated.Over => "enrollment.over", _ => "step.unknown" }, enrollment);
    }
}
