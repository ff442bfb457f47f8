using Azure.Core;

namespace Azure.Messaging.ServiceBus;

/// <summary>Double of the package's client: it opens nothing.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    protected ServiceBusClient() { }
    public ServiceBusClient(string connectionString, ServiceBusClientOptions options) => FullyQualifiedNamespace = connectionString;
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options) => FullyQualifiedNamespace = fullyQualifiedNamespace;

    public virtual string FullyQualifiedNamespace { get; } = "";

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new(this, queueOrTopicName);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

public class ServiceBusClientOptions
{
    public ServiceBusRetryOptions RetryOptions { get; set; } = new();
}

public class ServiceBusRetryOptions
{
    public int MaxRetries { get; set; }
    public TimeSpan TryTimeout { get; set; }
}

/// <summary>Double of the package's sender: like it, there to be derived from.</summary>
public class ServiceBusSender : IAsyncDisposable
{
    protected ServiceBusSender() { }
    protected internal ServiceBusSender(ServiceBusClient client, string queueOrTopicName) => EntityPath = queueOrTopicName;

    public virtual string EntityPath { get; } = "";

    public virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
