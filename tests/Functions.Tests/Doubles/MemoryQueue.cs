using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace AesthetixWorkflows.Functions.Tests.Doubles;

/// <summary>A Service Bus queue in memory, with what a function relies on: peek-lock, settling, delivery counts, dead letters,
/// sessions and the dropping of repeats. Built on what the package leaves open to be derived from, so it is the same with the
/// real one.</summary>
/// <param name="sessions">Every message must have one; what is abandoned holds its session back.</param>
sealed class MemoryQueue(int mostDeliveries = 10, bool sessions = false)
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
        if (sessions && string.IsNullOrEmpty(message.SessionId)) throw new InvalidOperationException("The queue requires sessions.");
        if (message.MessageId is { } id && !_seen.Add(id)) return;
        _held.Add(new(message, 0));
    }

    /// <summary>The time in which repeats are dropped is over.</summary>
    public void Forget() => _seen.Clear();

    /// <summary>Delivers what there is, one after the other. A message that was put off with a word is left alone until the next
    /// time, and its session with it.</summary>
    /// <returns>How many deliveries that took.</returns>
    public async Task<int> Pump(Func<ServiceBusReceivedMessage, ServiceBusMessageActions, Task> function)
    {
        var resting = new HashSet<string>();
        for (var count = 0; ; count++)
        {
            var next = _held.FindIndex(h => !resting.Contains(h.Message.SessionId ?? h.Message.MessageId ?? ""));
            if (next < 0) return count;
            var held = _held[next] with { Deliveries = _held[next].Deliveries + 1 };
            _held.RemoveAt(next);
            var received = Received(held.Message, held.Deliveries);
            var desk = new Desk();
            await function(received, desk);
            switch (desk.Verdict)
            {
                case "completed": Completed.Add(received); break;
                case "dead": Dead.Add(new(received, desk.Reason, desk.Description)); break;
                case "abandoned" when held.Deliveries >= mostDeliveries: Dead.Add(new(received, "MaxDeliveryCountExceeded", null)); break;
                case "abandoned":
                    _held.Insert(sessions ? next : _held.Count, held);
                    foreach (var (name, value) in desk.Word) held.Message.ApplicationProperties[name] = value;
                    if (desk.Word.Count > 0) resting.Add(held.Message.SessionId ?? held.Message.MessageId);
                    break;
                default: throw new InvalidOperationException("The function left the message unsettled.");
            }
        }
    }

    public static ServiceBusReceivedMessage Received(ServiceBusMessage message, int deliveryCount = 1) => ServiceBusModelFactory.ServiceBusReceivedMessage(
        body: message.Body, messageId: message.MessageId, sessionId: message.SessionId, subject: message.Subject, contentType: message.ContentType,
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
        public IDictionary<string, object> Word { get; private set; } = new Dictionary<string, object>();

        public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => Say("completed");

        public override Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default)
        {
            Word = propertiesToModify ?? Word;
            return Say("abandoned");
        }

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
