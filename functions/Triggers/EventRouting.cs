using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Queue;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>Keeps and routes events, those about the same person one after the other: they are in one session, and of a
/// session one message is out at a time. What is not settled holds back what comes after it.</summary>
public sealed class EventRouting(EventDesk desk, DurableLink link, TimeProvider clock)
{
    [Function("RoutingQueue")]
    public async Task Take(
        [ServiceBusTrigger(EventMessage.Routing, Connection = "ServiceBus", AutoCompleteMessages = false, IsSessionsEnabled = true)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        link.Offer(client);
        switch (await desk.Take(message, ct))
        {
            case Settlement.Done:
                await actions.CompleteMessageAsync(message, ct);
                break;
            case Settlement.Dead(var reason, var description):
                await actions.DeadLetterMessageAsync(message, null, reason, description, ct);
                break;
            case Settlement.Later later:
                // Not a copy for later: that would be behind what came after it. A worker that ends meanwhile has waited all the same.
                await Task.Delay(later.After, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await actions.AbandonMessageAsync(message, Patience.Said(later), CancellationToken.None);
                break;
            default:
                await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(Patience.Tries(message), 1, 10)), clock, ct);
                await actions.AbandonMessageAsync(message, null, ct);
                break;
        }
    }
}
