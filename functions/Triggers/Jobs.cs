using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Recovering;
using AesthetixWorkflows.Runtime.Jobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>Every minute: takes bulk jobs forward, for most of a minute. Workers that do it side by side do nothing twice.</summary>
public sealed class Jobs(EveryPractice practices, JobRunner jobs, DurableLink link, TimeProvider clock)
{
    static readonly TimeSpan Turn = TimeSpan.FromSeconds(50);

    [Function(nameof(Jobs))]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        link.Offer(client);
        var until = clock.GetUtcNow() + Turn;
        return practices.Do("jobs", (practice, stop) => jobs.CarryOn(practice, until, stop), ct);
    }
}
