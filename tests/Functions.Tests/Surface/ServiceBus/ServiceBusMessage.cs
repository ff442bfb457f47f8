namespace Azure.Messaging.ServiceBus;

public class ServiceBusMessage
{
    public ServiceBusMessage() : this(ReadOnlyMemory<byte>.Empty) { }
    public ServiceBusMessage(ReadOnlyMemory<byte> body) => Body = BinaryData.FromBytes(body);

    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        (Body, ContentType, MessageId, SessionId, Subject) = (receivedMessage.Body, receivedMessage.ContentType, receivedMessage.MessageId, receivedMessage.SessionId, receivedMessage.Subject);
        foreach (var (name, value) in receivedMessage.ApplicationProperties) ApplicationProperties[name] = value;
    }

    public BinaryData Body { get; set; }
    public string MessageId { get; set; } = null!;
    public string SessionId { get; set; } = null!;
    public string Subject { get; set; } = null!;
    public string ContentType { get; set; } = null!;
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();
}

public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage() { }

    public BinaryData Body { get; internal init; } = null!;
    public string MessageId { get; internal init; } = null!;
    public string SessionId { get; internal init; } = null!;
    public string Subject { get; internal init; } = null!;
    public string ContentType { get; internal init; } = null!;
    public int DeliveryCount { get; internal init; }
    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; } = null!;
}

/// <summary>Double of the package's factory for tests; it takes more, all of it optional, and calls with names compile against both.</summary>
public static class ServiceBusModelFactory
{
    public static ServiceBusReceivedMessage ServiceBusReceivedMessage(
        BinaryData? body = null, string? messageId = null, string? sessionId = null, string? subject = null, string? contentType = null,
        IDictionary<string, object>? properties = null, int deliveryCount = 0) => new()
        {
            Body = body ?? BinaryData.FromString(""), MessageId = messageId!, SessionId = sessionId!, Subject = subject!, ContentType = contentType!, DeliveryCount = deliveryCount,
            ApplicationProperties = properties is null ? new Dictionary<string, object>() : new Dictionary<string, object>(properties),
        };
}
