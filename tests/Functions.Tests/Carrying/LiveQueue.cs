using System.Collections.Concurrent;
using AesthetixWorkflows.Functions.Triggers;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace AesthetixWorkflows.Functions.Tests.Carrying;

/// <summary>A queue that outlives the workers: it delivers at once, several messages side by side, and again when a worker
/// ended before it settled one.</summary>
/// <param name="deliver">Runs the function; throws when the worker it ran in is gone.</param>
sealed class LiveQueue(TimeProvider clock, Func<ServiceBusReceivedMessage, ServiceBusMessageActions, Task> deliver)
{
    int _underWay;

    public ConcurrentQueue<string> Dead { get; } = new();
    public bool IsIdle => Volatile.Read(ref _underWay) == 0;
    public ServiceBusSender Sender => new Door(this);

    void Put(ServiceBusMessage message)
    {
        Interlocked.Increment(ref _underWay);
        _ = Task.Run(() => Carry(message));
    }

    async Task Carry(ServiceBusMessage message)
    {
        for (var count = 1; ; count++)
        {
            while (message.ScheduledEnqueueTime > clock.GetUtcNow()) await Task.Delay(5);
            var received = ServiceBusModelFactory.ServiceBusReceivedMessage(
                body: message.Body, messageId: message.MessageId, subject: message.Subject, contentType: message.ContentType, properties: message.ApplicationProperties, deliveryCount: count);
            var desk = new Desk();
            await deliver(received, desk);
            if (desk.Reason is { } reason) Dead.Enqueue(reason);
            if (!desk.Settled) continue;
            Interlocked.Decrement(ref _underWay);
            return;
        }
    }

    sealed class Door(LiveQueue queue) : ServiceBusSender
    {
        public override Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
        {
            foreach (var message in messages) queue.Put(message);
            return Task.CompletedTask;
        }
    }

    sealed class Desk : ServiceBusMessageActions
    {
        public bool Settled { get; private set; }
        public string? Reason { get; private set; }

        public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
        {
            Settled = true;
            return Task.CompletedTask;
        }

        public override Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;

        public override Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message, Dictionary<string, object>? propertiesToModify = default, string? deadLetterReason = default,
            string? deadLetterErrorDescription = default, CancellationToken cancellationToken = default)
        {
            (Settled, Reason) = (true, deadLetterReason);
            return Task.CompletedTask;
        }
    }
}
