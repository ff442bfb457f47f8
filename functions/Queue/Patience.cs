using System.Globalization;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>How long a message waits for a store that is away. Deliveries are not counted for it: ten of them would be over
/// within seconds, and the event has been promised to its sender.</summary>
static class Patience
{
    const string Waits = "waits";
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    /// <summary>A little over a day.</summary>
    const int Most = 1500;

    public static Settlement After(ServiceBusReceivedMessage message)
    {
        var waits = Of(message);
        if (waits >= Most) return new Settlement.Dead(QueueCodes.StoreUnavailable, $"Put off {waits} times.");
        return new Settlement.Later(waits < 4 ? TimeSpan.FromSeconds(5 << waits) : Longest);
    }

    /// <summary>The message again, for later.</summary>
    public static ServiceBusMessage Copy(ServiceBusReceivedMessage message, DateTimeOffset at)
    {
        var waits = Of(message) + 1;
        var copy = new ServiceBusMessage(message) { ScheduledEnqueueTime = at };
        copy.ApplicationProperties[Waits] = waits;
        // Under its own id the queue would drop it as a repeat.
        copy.MessageId = string.Create(CultureInfo.InvariantCulture, $"{Stem(message.MessageId ?? "")}~{waits}");
        return copy;
    }

    /// <summary>The id before the first wait, with room for a number: a message id has at most 128 characters.</summary>
    static string Stem(string id) => id.Split('~')[0] is { Length: > 120 } stem ? stem[..120] : id.Split('~')[0];

    static int Of(ServiceBusReceivedMessage message) => message.ApplicationProperties.TryGetValue(Waits, out var waits) && waits is int count ? count : 0;
}
