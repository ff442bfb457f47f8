using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>How long a message waits for a store that is away. It keeps its place, and with it all that came later in its
/// session; how many deliveries are not to be counted against it is written on it, as ten would be over within seconds and the
/// event has been promised to its sender.</summary>
static class Patience
{
    const string Waits = "waits";
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    /// <summary>A little over a day. The queue itself gives a message up after 2000 deliveries (infra/modules/bus.bicep).</summary>
    const int Most = 1500;

    /// <summary>A worker has lived to see that the store is away, so those that ended before it did not end because of the
    /// message: in an outage of a day, workers come and go while it waits.</summary>
    public static Settlement StoreAway(ServiceBusReceivedMessage message) => Later(message, message.DeliveryCount);

    /// <summary>It is to be given up, which the store is to know. Its tries stay, or it would be tried all over again.</summary>
    public static Settlement StoreAwayAtTheEnd(ServiceBusReceivedMessage message) => Later(message, Of(message) + 1);

    /// <summary>What the message says of itself from now on.</summary>
    public static Dictionary<string, object> Said(Settlement.Later later) => new() { [Waits] = later.Waits };

    /// <summary>How often it was delivered, this time included, for another reason than that the store was away.</summary>
    public static int Tries(ServiceBusReceivedMessage message) => message.DeliveryCount - Of(message);

    static Settlement Later(ServiceBusReceivedMessage message, int counted)
    {
        var waits = Of(message);
        if (waits >= Most) return new Settlement.Dead(QueueCodes.StoreUnavailable, $"Put off {waits} times.");
        return new Settlement.Later(waits < 4 ? TimeSpan.FromSeconds(5 << waits) : Longest, counted);
    }

    /// <remarks>A dead letter that is sent again still says how often it waited, while the queue counts from one: it begins anew.</remarks>
    static int Of(ServiceBusReceivedMessage message) =>
        message.ApplicationProperties.TryGetValue(Waits, out var waits) && waits is int count && count > 0 && count < message.DeliveryCount ? count : 0;
}
