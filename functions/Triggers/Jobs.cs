using System.Collections.Concurrent;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Recovering;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Sweeping;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>Every minute: sweeps up what lies about and takes bulk jobs forward, for most of a minute. Workers that do it side by
/// side do nothing twice.</summary>
public sealed class Jobs(EveryPractice practices, PracticeSweep sweep, JobRunner jobs, DurableLink link, TimeProvider clock)
{
    static readonly TimeSpan Turn = TimeSpan.FromSeconds(50);

    [Function(nameof(Jobs))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        link.Offer(client);
        var until = clock.GetUtcNow() + Turn;
        var more = await Sweep(_ => true, ct);
        await practices.Do("jobs", (practice, stop) => jobs.CarryOn(practice, until, stop), ct);
        // Messages that were held leave some at a time, at all practices side by side.
        while (!more.IsEmpty && more.Values.Min() is var next && next < until)
        {
            if (next - clock.GetUtcNow() is var rest && rest > TimeSpan.Zero) await Task.Delay(rest, clock, ct);
            var before = more;
            more = await Sweep(before.ContainsKey, ct);
        }
    }

    /// <returns>The practices that have more to do, and when.</returns>
    async Task<ConcurrentDictionary<string, DateTimeOffset>> Sweep(Func<string, bool> which, CancellationToken ct)
    {
        var more = new ConcurrentDictionary<string, DateTimeOffset>();
        await practices.Do("sweep", async (practice, stop) =>
        {
            if (which(practice) && await sweep.CarryOn(practice, stop) is { } next) more[practice] = next;
        }, ct);
        return more;
    }
}
