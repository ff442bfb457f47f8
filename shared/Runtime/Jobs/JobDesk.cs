using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Jobs;

/// <summary>Where jobs are handed in, paused, resumed and cancelled.</summary>
public sealed class JobDesk(IStore store, IIdSource ids)
{
    const int Tries = 8;

    /// <param name="targets">By name; null when the job says itself whom it is about.</param>
    public async Task<Stored<Job>> HandIn(Actor by, Job job, IReadOnlyList<string>? targets, CancellationToken ct = default)
    {
        var id = ids.New(Kinds.Job.Prefix);
        var kept = job with { Total = targets?.Count, CreatedAt = by.Now };
        var changes = new ChangeSet(by.Practice).Put(Kinds.Job, id, kept, 0);
        if (targets is not null) changes.Put(Kinds.JobList, id, new JobList([.. targets]), 0);
        await store.Commit(changes.Audited(ids, by, $"job.{job.Type}", id, job.WorkflowId), ct);
        return new(id, 1, kept);
    }

    public Task<(Stored<Job>? Job, bool Over)> Pause(Actor by, string id, CancellationToken ct = default) => Turn(by, id, JobStatus.Paused, "job.paused", ct);

    public Task<(Stored<Job>? Job, bool Over)> Resume(Actor by, string id, CancellationToken ct = default) => Turn(by, id, JobStatus.Running, "job.resumed", ct);

    /// <summary>What is done stays done.</summary>
    public Task<(Stored<Job>? Job, bool Over)> Cancel(Actor by, string id, CancellationToken ct = default) => Turn(by, id, JobStatus.Cancelled, "job.cancelled", ct);

    async Task<(Stored<Job>?, bool Over)> Turn(Actor by, string id, JobStatus status, string deed, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await store.Find(Kinds.Job, by.Practice, id, ct) is not { } stored) return (null, false);
            if (stored.Body.Status == status) return (stored, false);
            if (!stored.Body.IsOpen) return (stored, true);
            var after = stored.Body with { Status = status, FinishedAt = status is JobStatus.Cancelled ? by.Now : null };
            if ((await store.Commit(new ChangeSet(by.Practice).Put(Kinds.Job, id, after, stored.Revision).Audited(ids, by, deed, id), ct)).Ok) return (new(id, stored.Revision + 1, after), false);
            if (attempt == Tries) throw new InvalidOperationException($"The job {id} keeps conflicting.");
        }
    }
}
