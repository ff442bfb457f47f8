using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Queue;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>Takes events from the queue: from our own doors, and from any system that writes CloudEvents there. A message is
/// settled when its event is kept and routed, never before.</summary>
public sealed class EventArrival(EventDesk desk, EventLine line, DurableLink link, TimeProvider clock)
{
    [Function("EventQueue")]
    public async Task Take(
        [ServiceBusTrigger(EventMessage.Queue, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
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
            // Two messages for a moment, when this worker ends in between, are one event all the same.
            case Settlement.Later(var after) when await line.Put([Patience.Copy(message, clock.GetUtcNow() + after)], ct):
                await actions.CompleteMessageAsync(message, ct);
                break;
            default:
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(message.DeliveryCount, 10)), clock, ct);
                await actions.AbandonMessageAsync(message, null, ct);
                break;
        }
    }
}
