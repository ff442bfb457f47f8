using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace AesthetixWorkflows.Functions.Tests.Doubles;

/// <summary>A Service Bus queue in memory, with what a function relies on: peek-lock, settling, delivery counts, dead letters,
/// scheduled messages and the dropping of repeats. Built on what the package leaves open to be derived from, so it is the
/// same with the real one.</summary>
sealed class MemoryQueue(TimeProvider clock, int mostDeliveries = 10)
{
    readonly List<Held> _held = [];
    readonly HashSet<string> _seen = [];

    sealed record Held(ServiceBusMessage Message, int Deliveries);
    public sealed record DeadLetter(ServiceBusReceivedMessage Message, string? Reason, string? Description);

    /// <summary>What sending throws; null: it works.</summary>
    public Exception? Broken { get; set; }
    public int Sends { get; private set; }
    public List<ServiceBusReceivedMessage> Completed { get; } = [];
    public List<DeadLetter> Dead { get; } = [];
    public IReadOnlyList<ServiceBusMessage> Waiting => [.. _held.Select(h => h.Message)];

    public ServiceBusSender Sender => new Door(this);

    public void Put(ServiceBusMessage message)
    {
        if (message.MessageId is { } id && !_seen.Add(id)) return;
        _held.Add(new(message, 0));
    }

    /// <summary>Delivers what is due, one after the other, until nothing is.</summary>
    /// <returns>How many deliveries that took.</returns>
    public async Task<int> Pump(Func<ServiceBusReceivedMessage, ServiceBusMessageActions, Task> function)
    {
        for (var count = 0; ; count++)
        {
            var next = _held.FindIndex(h => h.Message.ScheduledEnqueueTime <= clock.GetUtcNow());
            if (next < 0) return count;
            var held = _held[next];
            _held.RemoveAt(next);
            var received = Received(held.Message, held.Deliveries + 1);
            var desk = new Desk();
            await function(received, desk);
            switch (desk.Verdict)
            {
                case "completed": Completed.Add(received); break;
                case "dead": Dead.Add(new(received, desk.Reason, desk.Description)); break;
                case "abandoned" when held.Deliveries + 1 >= mostDeliveries: Dead.Add(new(received, "MaxDeliveryCountExceeded", null)); break;
                case "abandoned": _held.Add(held with { Deliveries = held.Deliveries + 1 }); break;
                default: throw new InvalidOperationException("The function left the message unsettled.");
            }
        }
    }

    public static ServiceBusReceivedMessage Received(ServiceBusMessage message, int deliveryCount = 1) => ServiceBusModelFactory.ServiceBusReceivedMessage(
        body: message.Body, messageId: message.MessageId, subject: message.Subject, contentType: message.ContentType,
        properties: message.ApplicationProperties, deliveryCount: deliveryCount);

    sealed class Door(MemoryQueue queue) : ServiceBusSender
    {
        public override Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
        {
            queue.Sends++;
            if (queue.Broken is { } broken) return Task.FromException(broken);
            foreach (var message in messages) queue.Put(message);
            return Task.CompletedTask;
        }
    }

    sealed class Desk : ServiceBusMessageActions
    {
        public string? Verdict { get; private set; }
        public string? Reason { get; private set; }
        public string? Description { get; private set; }

        public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => Say("completed");

        public override Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => Say("abandoned");

        public override Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message, Dictionary<string, object>? propertiesToModify = default, string? deadLetterReason = default,
            string? deadLetterErrorDescription = default, CancellationToken cancellationToken = default)
        {
            (Reason, Description) = (deadLetterReason, deadLetterErrorDescription);
            return Say("dead");
        }

        Task Say(string verdict)
        {
            Assert.Null(Verdict);
            Verdict = verdict;
            return Task.CompletedTask;
        }
    }
}
