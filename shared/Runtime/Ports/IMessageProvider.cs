using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Ports;

/// <summary>Takes messages to phones and inboxes.</summary>
public interface IMessageProvider
{
    /// <summary>Hands over one message. <c>Done(ref)</c> carries the provider's own id; a time-out after the request was
    /// written is <c>Unknown</c>, never retryable.</summary>
    /// <param name="practice">Travels with the message, so that what the provider reports later finds its way back.</param>
    Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct);

    /// <summary>What became of an effect whose answer was lost: <c>Done</c>, <c>Failed</c> (it never arrived, so it may be
    /// sent), or null when this provider cannot tell.</summary>
    Task<Outcome?> Confirm(string effectId, CancellationToken ct);
}
