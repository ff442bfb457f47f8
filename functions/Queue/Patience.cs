using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>How long a message waits for a store that is away. It keeps its place, and with it all that came later in its
/// session; the waits are counted apart, as ten deliveries would be over within seconds and the event has been promised to
/// its sender.</summary>
static class Patience
{
    const string Waits = "waits";
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    /// <summary>A little over a day. The queue itself gives a message up after 2000 deliveries (infra/modules/bus.bicep).</summary>
    const int Most = 1500;

    public static Settlement After(ServiceBusReceivedMessage message)
    {
        var waits = Of(message);
        if (waits >= Most) return new Settlement.Dead(QueueCodes.StoreUnavailable, $"Put off {waits} times.");
        return new Settlement.Later(waits < 4 ? TimeSpan.FromSeconds(5 << waits) : Longest);
    }

    /// <summary>What the message says of itself when it has waited once more.</summary>
    public static Dictionary<string, object> Counted(ServiceBusReceivedMessage message) => new() { [Waits] = Of(message) + 1 };

    /// <summary>How often it was delivered, this time included, for another reason than that the store was away.</summary>
    public static int Tries(ServiceBusReceivedMessage message) => message.DeliveryCount - Of(message);

    static int Of(ServiceBusReceivedMessage message) => message.ApplicationProperties.TryGetValue(Waits, out var waits) && waits is int count ? count : 0;
}
