using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Sweeping;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Takes bulk jobs forward in the background, beside everything else, and sweeps up what lies about.</summary>
sealed class JobLoop(IStore store, JobRunner jobs, PracticeSweep sweep, TimeProvider clock, ILogger<JobLoop> log) : IDisposable
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1), Shortest = TimeSpan.FromMilliseconds(1), AfterTrouble = TimeSpan.FromSeconds(1);

    readonly Nudge _nudge = new();

    /// <summary>The clock was moved.</summary>
    public void LookAgain() => _nudge.Give();

    /// <summary>Called on the writer's thread after a durable commit: must be quick.</summary>
    public void Observe(ChangeSet changes)
    {
        foreach (var change in changes.Changes)
            if (change is Change.Put { Kind: "job" or "practice" }) _nudge.Give();
    }

    public async Task Run(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested) await _nudge.Wait(await Look(stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <returns>How long to sleep until the next look.</returns>
    async Task<TimeSpan> Look(CancellationToken stop)
    {
        try
        {
            var rest = Longest;
            foreach (var practice in await store.Practices(stop))
                foreach (var next in new[] { await jobs.CarryOn(practice, ct: stop), await sweep.CarryOn(practice, stop) })
                    if (next - clock.GetUtcNow() is { } wait && wait < rest) rest = wait;
            return rest < Shortest ? Shortest : rest;
        }
        catch (StoreUnavailableException unavailable)
        {
            Logs.StoreAway(log, "jobs", unavailable.Message);
            return AfterTrouble;
        }
#pragma warning disable CA1031 // One job that meets a bug must not end all others for ever.
        catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Logs.JobFailed(log, bug);
            return Longest;
        }
    }

    public void Dispose() => _nudge.Dispose();
}
