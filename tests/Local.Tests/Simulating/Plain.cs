using System.Collections.Immutable;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>Other systems that take every call, or answer as they are told.</summary>
sealed class Plain : IOutboundClient
{
    public int Status { get; set; } = 200;
    public int Calls { get; private set; }

    public Task<OutboundAnswer> SendAsync(OutboundRequest request, IReadOnlySet<string> allowedHosts, CancellationToken cancellation = default)
    {
        Calls++;
        return Task.FromResult<OutboundAnswer>(new OutboundAnswer.Answered(Status, ImmutableDictionary<string, string>.Empty, "", false, TimeSpan.Zero));
    }
}
