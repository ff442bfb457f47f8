namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>Calls another system once. A seam, so that a test run can note the call instead of making it.</summary>
public interface IOutboundClient
{
    /// <inheritdoc cref="OutboundClient.SendAsync"/>
    Task<OutboundAnswer> SendAsync(OutboundRequest request, IReadOnlySet<string> allowedHosts, CancellationToken cancellation = default);
}
