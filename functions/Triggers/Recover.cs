using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Recovering;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>Every minute: carries on with what was committed and then forgotten because a process ended.</summary>
public sealed class Recover(EveryPractice practices, LeftWork work, LeftPublishing publishing, DurableLink link)
{
    [Function(nameof(Recover))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        link.Offer(client);
        await practices.Do("leftovers", work.CarryOn, ct);
        await practices.Do("publishing", publishing.CarryOn, ct);
    }
}
