using System.Diagnostics;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Takes the trace over the queue (W3C trace context), so that what a hook began is seen to its end.</summary>
static class Traces
{
    const string Own = "traceparent", OfTheClientLibrary = "Diagnostic-Id";

    public static ServiceBusMessage Onto(ServiceBusMessage message)
    {
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id }) message.ApplicationProperties[Own] = id;
        return message;
    }

    /// <summary>The trace of the message that it goes on from.</summary>
    public static ServiceBusMessage On(ServiceBusReceivedMessage from, ServiceBusMessage message)
    {
        foreach (var name in (ReadOnlySpan<string>)[Own, OfTheClientLibrary])
            if (from.ApplicationProperties.TryGetValue(name, out var id) && id is string)
            {
                message.ApplicationProperties[Own] = id;
                break;
            }
        return message;
    }

    public static ActivityContext From(ServiceBusReceivedMessage message)
    {
        foreach (var name in (ReadOnlySpan<string>)[Own, OfTheClientLibrary])
            if (message.ApplicationProperties.TryGetValue(name, out var id) && ActivityContext.TryParse(id as string, null, isRemote: true, out var context)) return context;
        return default;
    }
}
