using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Starting;

/// <summary>Opens Service Bus: with the app's managed identity, or with a connection string where there is no namespace.</summary>
static class Bus
{
    public static ServiceBusClient Open(AzureSettings settings)
    {
        // A hook's sender waits for the answer: better soon into the store than late onto the queue.
        var options = new ServiceBusClientOptions();
        options.RetryOptions.TryTimeout = TimeSpan.FromSeconds(5);
        options.RetryOptions.MaxRetries = 1;
        return settings.BusNamespace is { Length: > 0 } space
            ? new ServiceBusClient(space, new DefaultAzureCredential(), options)
            : new ServiceBusClient(settings.BusConnection!, options);
    }
}
