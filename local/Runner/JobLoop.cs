using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Takes bulk jobs forward in the background, beside everything else.</summary>
sealed class JobLoop(IStore store, JobRunner jobs, TimeProvider clock, ILogger<JobLoop> log) : IDisposable
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1), Shortest = TimeSpan.FromMilliseconds(1), AfterTrouble = TimeSpan.FromSeconds(1);

    readonly Nudge _nudge = new();

    /// <summary>The clock was moved.</summary>
    public void LookAgain() => _nudge.Give();

    /// <summary>Called on the writer's thread after a durable commit: must be quick.</summary>
    public void Observe(ChangeSet changes)
    {
        foreach (var change in changes.Changes)
            if (change is Change.Put { Kind: "job" }) _nudge.Give();
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
                if (await jobs.CarryOn(practice, ct: stop) is { } next && next - clock.GetUtcNow() < rest) rest = next - clock.GetUtcNow();
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
