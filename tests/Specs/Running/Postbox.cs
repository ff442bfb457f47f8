using System.Collections.Concurrent;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>Where messages end up in the specification: outlives the host, as a real provider does.</summary>
public sealed class Postbox : IMessageProvider
{
    readonly ConcurrentQueue<Message> _sent = new();

    /// <summary>Everything that was handed over, in order.</summary>
    public IReadOnlyList<Message> Sent => [.. _sent];

    /// <summary>What happens while a message is on its way; it is handed over afterwards.</summary>
    public Func<Message, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the provider answers instead of taking the message; null: it takes it.</summary>
    public Func<Message, Outcome?> Instead { get; set; } = _ => null;

    public async Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct)
    {
        await Meanwhile(message);
        if (Instead(message) is { } other) return other;
        _sent.Enqueue(message);
        return new Outcome.Done($"post-{messageId}");
    }

    public Task<Outcome?> Confirm(string effectId, CancellationToken ct) => Task.FromResult<Outcome?>(
        _sent.Any(m => m.EffectId == effectId) ? new Outcome.Done("post") : new Outcome.Failed("post.notSeen", true));
}
