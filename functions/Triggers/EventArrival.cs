using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Queue;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Triggers;

/// <summary>Takes events from the queue that any system may write CloudEvents to. A message is settled when its event is on
/// the queue of <see cref="EventRouting"/>, or kept; never before.</summary>
/// <remarks>In batches, because an instance takes one batch at a time: single messages would be passed on side by side, and what
/// a system wrote one after the other would change places here.</remarks>
public sealed class EventArrival(EventSorter sorter, DurableLink link, TimeProvider clock)
{
    /// <summary>In seconds; the lock of a batch ends after a minute and is not renewed.</summary>
    const int LongestPause = 30;

    [Function("EventQueue")]
    public async Task Take(
        [ServiceBusTrigger(EventMessage.Queue, Connection = "ServiceBus", AutoCompleteMessages = false, IsBatched = true)] ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        link.Offer(client);
        var settled = await sorter.Take(messages, ct);
        // What is done is settled before the pause, or its lock could end meanwhile.
        await Task.WhenAll(messages.Zip(settled, (message, how) => how switch
        {
            Settlement.Done => actions.CompleteMessageAsync(message, ct),
            Settlement.Dead(var reason, var description) => actions.DeadLetterMessageAsync(message, null, reason, description, ct),
            _ => Task.CompletedTask,
        }));
        var again = messages.Where((_, n) => settled[n] is Settlement.Again).ToList();
        // From some message on nothing could be had: ten deliveries are to be some minutes. One that met a bug amid others holds nobody up.
        if (settled[^1] is Settlement.Again)
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(5 << Math.Clamp(again[0].DeliveryCount - 1, 0, 3), LongestPause)), clock, ct);
        await Task.WhenAll(again.Select(message => actions.AbandonMessageAsync(message, null, ct)));
    }
}
