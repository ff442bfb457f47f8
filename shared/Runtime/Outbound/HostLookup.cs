using System.Net;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>Finds a host's addresses. A seam, so that a test can be the name server that lies.</summary>
public interface IHostLookup
{
    /// <returns>The addresses, best first; empty when there are none.</returns>
    /// <exception cref="System.Net.Sockets.SocketException">The name does not exist or cannot be looked up now.</exception>
    Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellation);
}

/// <summary>The machine's own resolver.</summary>
public sealed class SystemHostLookup : IHostLookup
{
    public async Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellation) =>
        await Dns.GetHostAddressesAsync(host, cancellation);
}
