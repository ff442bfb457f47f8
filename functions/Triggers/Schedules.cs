using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Recovering;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>Every minute: makes an event of every occurrence of a schedule that has come.</summary>
public sealed class Schedules(EveryPractice practices, ScheduleWatch watch, DurableLink link)
{
    [Function(nameof(Schedules))]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        link.Offer(client);
        return practices.Do("schedules", watch.Look, ct);
    }
}
