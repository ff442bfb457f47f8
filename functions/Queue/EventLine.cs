using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>The way to the queue <see cref="EventMessage.Routing"/>. When it fails it is left alone for a while, so that nobody waits for a service that is
/// away: whoever gets false has the store.</summary>
public sealed class EventLine(ServiceBusSender sender, TimeProvider clock, ILogger<EventLine> log)
{
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    long _restsUntil;

    /// <returns>False: none of the messages may be counted on.</returns>
    public async Task<bool> Put(IReadOnlyList<ServiceBusMessage> messages, CancellationToken ct)
    {
        if (clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _restsUntil)) return false;
        try
        {
            await sender.SendMessagesAsync(messages, ct);
            return true;
        }
#pragma warning disable CA1031 // No network, no token, no queue, a time-out: all of it means that the queue cannot be had now.
        catch (Exception away) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Logs.QueueAway(log, away.GetType().Name, (away as ServiceBusException)?.Reason.ToString() ?? "none");
            // Too much for the queue says nothing about the queue.
            if (away is not ServiceBusException { Reason: ServiceBusFailureReason.MessageSizeExceeded })
                Interlocked.Exchange(ref _restsUntil, (clock.GetUtcNow() + Rest).UtcTicks);
            return false;
        }
    }
}
