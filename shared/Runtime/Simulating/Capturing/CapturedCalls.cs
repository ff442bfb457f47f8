using System.Collections.Immutable;
using System.Net;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Simulating.Capturing;

/// <summary>Answers every call itself: as scripted for its step, else with a plain 200. What can be refused by looking at it
/// is refused; names are not looked up.</summary>
sealed class CapturedCalls(Captured captured, IReadOnlyDictionary<string, WebAnswer> answers) : IOutboundClient
{
    public Task<OutboundAnswer> SendAsync(OutboundRequest request, IReadOnlySet<string> allowedHosts, CancellationToken cancellation = default)
    {
        OutboundAnswer answer = (OutboundRules.Check(request) ?? Inside(request.Url, allowedHosts)) is { } refused ? refused : Answer(request);
        captured.Add(request, answer);
        return Task.FromResult(answer);
    }

    OutboundAnswer.Answered Answer(OutboundRequest request)
    {
        // The id is the effect's: enrollment / step / visit.
        var said = request.IdempotencyId.Split('/') is [_, var step, _] ? answers.GetValueOrDefault(step) : null;
        return new OutboundAnswer.Answered(said?.Status ?? 200, ImmutableDictionary<string, string>.Empty, said?.Body ?? "", false, TimeSpan.Zero);
    }

    static OutboundAnswer.Refused? Inside(Uri url, IReadOnlySet<string> allowed) =>
        IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && AddressGuard.Why(address) is { } kind
            && (AddressGuard.IsNeverAllowed(address) || !AllowedHosts.Covers(allowed, url.Host, url.Port))
            ? new(OutboundCodes.Address, $"'{url.Host}' is a {kind} address, which workflows may not call.") : null;
}
