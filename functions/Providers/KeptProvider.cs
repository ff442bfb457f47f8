using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Providers;

/// <summary>Sends nothing: the message's record is all there is, and it counts as sent. For trying the app before it goes
/// live, and for what the team reads on screen.</summary>
public sealed class KeptProvider : IMessageProvider
{
    public Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct) =>
        Task.FromResult<Outcome>(new Outcome.Done($"kept-{messageId}"));

    /// <summary>Nothing can have left, so it may be "sent" again.</summary>
    public Task<Outcome?> Confirm(string effectId, CancellationToken ct) => Task.FromResult<Outcome?>(new Outcome.Failed("kept.notSeen", true));
}
