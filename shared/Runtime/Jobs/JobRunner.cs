using System.Globalization;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Jobs;

/// <summary>Takes jobs forward, a turn at a time. A turn is one commit: what is done to a few, what became of each, and where
/// the job stands now, under the job's revision. So nothing is done twice, by whomever and after whatever crash, and pausing
/// or cancelling takes hold before the next turn.</summary>
public sealed class JobRunner(IStore store, Enroller enroller, Operator @operator, PracticeBook practices, TimeProvider clock)
{
    /// <summary>What so many enrollments write still fits into one transaction of Table storage.</summary>
    public const int PerTurn = 9;
    const int Tries = 8, MostOpen = 200;

    readonly JobTargets _targets = new(store);
    readonly JobDeeds _deeds = new(store, enroller, @operator);

    /// <summary>Takes every job of the practice as far as it goes now.</summary>
    /// <param name="until">No turn is begun after this moment.</param>
    /// <returns>When one of them goes on by itself; null: none does.</returns>
    public async Task<DateTimeOffset?> CarryOn(string practice, DateTimeOffset? until = null, CancellationToken ct = default)
    {
        DateTimeOffset? next = null;
        var open = await store.List(Kinds.Job, practice, new Listing(MostOpen, null, "running", "yes", Descending: false), ct);
        foreach (var job in open.Items)
        {
            while (await Turn(practice, job.Id, ct) is { } at)
            {
                ct.ThrowIfCancellationRequested();
                var now = clock.GetUtcNow();
                if (now >= until) return at;
                if (at <= now) continue;
                if (next is null || at < next) next = at;
                break;
            }
        }
        return next;
    }

    /// <returns>When it goes on; null: it is over, or rests until somebody resumes it.</returns>
    public async Task<DateTimeOffset?> Turn(string practice, string id, CancellationToken ct = default)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.Find(Kinds.Job, practice, id, ct) is not { Body.Status: JobStatus.Running } stored) return null;
            var now = clock.GetUtcNow();
            if (await Later(practice, stored.Body, now, ct) is { } later) return later;
            var changes = new ChangeSet(practice);
            var after = await Do(practice, id, stored.Body, now, changes, ct);
            // Refused: somebody paused it, another host was quicker, or a contact is being enrolled this very moment.
            if ((await store.Commit(changes.Put(Kinds.Job, id, after, stored.Revision), ct)).Ok) return after.Status is JobStatus.Running ? after.NextAt ?? now : null;
        }
        return clock.GetUtcNow().AddSeconds(1);
    }

    async Task<Job> Do(string practice, string id, Job job, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        var room = job.Pace.Batch is { } batch ? Math.Min(PerTurn, batch - job.InBatch) : PerTurn;
        var some = await _targets.Next(practice, id, job, room, ct);
        var succeeded = 0;
        foreach (var (number, target) in some.Ids.Index())
        {
            var (code, enrollment) = await _deeds.Do(practice, id, job, target, changes, ct);
            if (code is null) succeeded++;
            var place = (job.Processed + number + 1).ToString("D7", CultureInfo.InvariantCulture);
            changes.Put(Kinds.JobResult, $"{id}.{place}", new JobResult(id, target, code, enrollment, now), 0);
        }
        var after = job with
        {
            Processed = job.Processed + some.Ids.Count, Succeeded = job.Succeeded + succeeded, Cursor = some.Cursor,
            BatchSince = job.BatchSince ?? now, InBatch = job.InBatch + some.Ids.Count, NextAt = null,
        };
        if (some.Cursor is null) return after with { Status = JobStatus.Done, FinishedAt = now, Total = after.Processed, NextAt = null };
        if (job.Pace.Batch is not { } full || after.InBatch < full) return after;
        // Counted from the batch's beginning, so that a slow one does not put off all that follow.
        var next = Durations.Add(after.BatchSince.Value, job.Pace.Every ?? "PT0S", (await practices.Of(practice, ct)).TimeZone);
        return after with { BatchSince = null, InBatch = 0, NextAt = next > now ? next : null };
    }

    /// <summary>When it may go on, if that is not now.</summary>
    async Task<DateTimeOffset?> Later(string practice, Job job, DateTimeOffset now, CancellationToken ct)
    {
        if (job.NextAt > now) return job.NextAt;
        if (job.Pace.Hours is not { } hours || !WindowJson.TryRead(hours, out var window, out _)) return null;
        return Core.Calendars.Windows.NextOpen(now, window, (await practices.Of(practice, ct)).TimeZone) is { } open && open > now ? open : null;
    }
}
