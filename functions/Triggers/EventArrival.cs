using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Queue;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>Takes events from the queue that any system may write CloudEvents to. A message is settled when its event is on
/// the queue of <see cref="EventRouting"/>, or kept; never before.</summary>
public sealed class EventArrival(EventSorter sorter, DurableLink link, TimeProvider clock)
{
    const int LongestPause = 60;

    [Function("EventQueue")]
    public async Task Take(
        [ServiceBusTrigger(EventMessage.Queue, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        link.Offer(client);
        switch (await sorter.Take(message, ct))
        {
            case Settlement.Done:
                await actions.CompleteMessageAsync(message, ct);
                break;
            case Settlement.Dead(var reason, var description):
                await actions.DeadLetterMessageAsync(message, null, reason, description, ct);
                break;
            default:
                // Ten deliveries are some minutes.
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(5 << Math.Clamp(message.DeliveryCount - 1, 0, 4), LongestPause)), clock, ct);
                await actions.AbandonMessageAsync(message, null, ct);
                break;
        }
    }
}
