using System.Net;
using System.Net.Sockets;
using static AesthetixWorkflows.Runtime.Outbound.OutboundAnswer;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>Connects one hop, and judges the very address it connects to: a name server that changes its answer between
/// a check and the connection (DNS rebinding) gains nothing, for there is only this one look-up.</summary>
sealed class GuardedConnection(IHostLookup lookup, IReadOnlySet<string> allowedHosts, TimeSpan perAddress, TimeProvider clock)
{
    // A host with more addresses than this would use up the time of the whole request.
    const int MostAddresses = 4;

    /// <summary>How far it got; tells a failure that the receiver cannot have seen from one it may have acted on.</summary>
    public enum Stage { Lookup, Connect, Tls, Sent }

    public Stage Reached { get; private set; }

    /// <summary>Set when every address was refused.</summary>
    public Refused? Refusal { get; private set; }

    public SocketsHttpHandler Handler(OutboundLimits limits) => new()
    {
        ConnectCallback = async (context, cancellation) => await ConnectAsync(context.DnsEndPoint, cancellation),
        // Called once TLS, if any, is up: from here on the request is written.
        PlaintextStreamFilter = (context, _) =>
        {
            Reached = Stage.Sent;
            return ValueTask.FromResult(context.PlaintextStream);
        },
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy from the environment would do the look-up for us, out of the guard's sight.
        UseProxy = false,
        MaxResponseHeadersLength = limits.AnswerHeaderKilobytes,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.Zero,
    };

    async Task<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellation)
    {
        var host = target.Host.Trim('[', ']');
        IReadOnlyList<IPAddress> found = IPAddress.TryParse(host, out var literal) ? [literal] : await lookup.FindAsync(host, cancellation);
        if (found.Count == 0) throw new SocketException((int)SocketError.HostNotFound);

        var open = Judge(found, host, AllowedHosts.Covers(allowedHosts, target.Host, target.Port));
        Reached = Stage.Connect;
        for (var i = 0; ; i++)
        {
            try
            {
                var stream = await ConnectAsync(open[i], target.Port, cancellation);
                Reached = Stage.Tls;
                return stream;
            }
            catch (Exception e) when (e is SocketException or TimeoutException && i + 1 < open.Count) { }
        }
    }

    List<IPAddress> Judge(IReadOnlyList<IPAddress> found, string host, bool isAllowed)
    {
        var open = found.Where(a => isAllowed ? !AddressGuard.IsNeverAllowed(a) : AddressGuard.Why(a) is null).Take(MostAddresses).ToList();
        if (open.Count > 0) return open;
        // The kind, not the address: what a name inside the network leads to is nobody's business.
        Refusal = new Refused(OutboundCodes.Address, $"'{host}' leads to a {AddressGuard.Why(found[0])} address, which workflows may not call.");
        throw new SocketException((int)SocketError.AccessDenied);
    }

    async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(perAddress, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, both.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException();
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
