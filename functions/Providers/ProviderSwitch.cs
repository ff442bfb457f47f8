using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Providers;

/// <summary>Gives each message to the provider of its channel.</summary>
/// <param name="rest">For what has no provider of its own: what is shown on screen, and a channel without an account.</param>
public sealed class ProviderSwitch(IMessageProvider? email, IMessageProvider? sms, IMessageProvider rest) : IMessageProvider
{
    public Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct) =>
        (message.Channel switch { "email" => email, "sms" => sms, _ => null } ?? rest).Send(practice, messageId, message, ct);

    /// <summary>An effect does not say by which provider it went: one that saw it is believed; "not seen" only when all say so.</summary>
    public async Task<Outcome?> Confirm(string effectId, CancellationToken ct)
    {
        Outcome? not = null;
        var isCertain = true;
        foreach (var provider in new[] { email, sms, rest }.OfType<IMessageProvider>())
        {
            var said = await provider.Confirm(effectId, ct);
            if (said is Outcome.Done) return said;
            not = said;
            isCertain &= said is not null;
        }
        return isCertain ? not : null;
    }
}
