using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace AesthetixWorkflows.Functions.Tests.Carrying;

/// <summary>A queue that outlives the workers: it delivers at once, messages of one session one after the other and of other
/// sessions side by side, and again when a worker ended before it settled one.</summary>
/// <param name="deliver">Runs the function; throws when the worker it ran in is gone.</param>
sealed class LiveQueue(Func<ServiceBusReceivedMessage, ServiceBusMessageActions, Task> deliver)
{
    /// <summary>The end of each session, so far.</summary>
    readonly Dictionary<string, Task> _sessions = [];
    int _underWay;

    public ConcurrentQueue<string> Dead { get; } = new();
    public bool IsIdle => Volatile.Read(ref _underWay) == 0;
    public ServiceBusSender Sender => new Door(this);

    public void Put(ServiceBusMessage message)
    {
        if (string.IsNullOrEmpty(message.SessionId)) throw new InvalidOperationException("The queue requires sessions.");
        Interlocked.Increment(ref _underWay);
        lock (_sessions) _sessions[message.SessionId] = After(_sessions.GetValueOrDefault(message.SessionId) ?? Task.CompletedTask, message);
    }

    async Task After(Task earlier, ServiceBusMessage message)
    {
        await earlier;
        await Task.Run(() => Carry(message));
    }

    async Task Carry(ServiceBusMessage message)
    {
        for (var count = 1; ; count++)
        {
            var received = Doubles.MemoryQueue.Received(message, count);
            var desk = new Desk();
            await deliver(received, desk);
            if (desk.Reason is { } reason) Dead.Enqueue(reason);
            foreach (var (name, value) in desk.Word) message.ApplicationProperties[name] = value;
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
        public IDictionary<string, object> Word { get; private set; } = new Dictionary<string, object>();

        public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
        {
            Settled = true;
            return Task.CompletedTask;
        }

        public override Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default)
        {
            Word = propertiesToModify ?? Word;
            return Task.CompletedTask;
        }

        public override Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message, Dictionary<string, object>? propertiesToModify = default, string? deadLetterReason = default,
            string? deadLetterErrorDescription = default, CancellationToken cancellationToken = default)
        {
            (Settled, Reason) = (true, deadLetterReason);
            return Task.CompletedTask;
        }
    }
}
