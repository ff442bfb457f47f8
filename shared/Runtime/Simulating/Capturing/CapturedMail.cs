using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Simulating.Capturing;

/// <summary>Takes every message and sends none.</summary>
sealed class CapturedMail(Captured captured) : IMessageProvider
{
    public Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct)
    {
        captured.Add(messageId, message);
        return Task.FromResult<Outcome>(new Outcome.Done($"simulated-{messageId}"));
    }

    public Task<Outcome?> Confirm(string effectId, CancellationToken ct) => Task.FromResult<Outcome?>(null);
}
