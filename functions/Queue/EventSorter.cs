using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Takes messages of the queue that other systems write to and passes each event on into the session in which it is
/// kept and routed. What that queue cannot take goes into the store, as at any other door.</summary>
public sealed class EventSorter(EventLine line, PracticeBook practices, EventKeeper keeper, TimeProvider clock, ILogger<EventSorter> log)
{
    /// <param name="messages">In the order of the queue; it is the order in which they are passed on.</param>
    /// <returns>One settlement for each.</returns>
    public async Task<IReadOnlyList<Settlement>> Take(IReadOnlyList<ServiceBusReceivedMessage> messages, CancellationToken ct)
    {
        var settled = new Settlement[messages.Count];
        Array.Fill(settled, Settlement.Again.Instance);
        try
        {
            for (var n = 0; n < messages.Count; n++) settled[n] = await Take(messages[n], ct);
        }
        catch (StoreUnavailableException)
        {
            // Neither can be had: this one and all after it are to come again.
        }
        return settled;
    }

    async Task<Settlement> Take(ServiceBusReceivedMessage message, CancellationToken ct)
    {
        try
        {
            switch (MessageReading.Of(message, clock.GetUtcNow()))
            {
                case MessageReading.Refused(var reason, var description):
                    return new Settlement.Dead(reason, description);
                case MessageReading.Notice(var practice, var id):
                    // From a worker of the days before there were sessions. About whom it is, is not looked up for these few.
                    return await line.Put([EventPublisher.Notice(practice, id, id, clock.GetUtcNow())], ct) ? Settlement.Done.Instance : Settlement.Again.Instance;
                case MessageReading.Event(var practice, var incoming):
                    if (EventMessage.Of(practice, incoming) is { } sorted && await line.Put([Traces.On(message, sorted)], ct)) return Settlement.Done.Instance;
                    if (await practices.Find(practice, ct) is null) return new Settlement.Dead(QueueCodes.PracticeUnknown, "There is no such practice.");
                    await keeper.Keep(practice, incoming, ct);
                    return Settlement.Done.Instance;
                case var other:
                    throw new InvalidOperationException(other.GetType().Name);
            }
        }
#pragma warning disable CA1031 // One message that meets a bug must not hold up the others; the queue counts how often it did.
        catch (Exception bug) when (bug is not (OperationCanceledException or StoreUnavailableException))
#pragma warning restore CA1031
        {
            Logs.MessageFailed(log, "none", message.DeliveryCount, bug);
            return Settlement.Again.Instance;
        }
    }
}
