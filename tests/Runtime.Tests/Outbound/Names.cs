using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Tests.Outbound;

/// <summary>A name server of our own: <c>clinic.test</c> and <c>partner.test</c> lead to this machine, others as told.</summary>
sealed class Names : IHostLookup
{
    readonly ConcurrentDictionary<string, Queue<IPAddress[]>> answers = new();

    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>One answer per look-up; the last one stays.</summary>
    public Names Leads(string host, params string[] oneByOne)
    {
        answers[host] = new Queue<IPAddress[]>(oneByOne.Select(text => text.Split(',').Select(IPAddress.Parse).ToArray()));
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellation)
    {
        Asked.Enqueue(host);
        if (answers.TryGetValue(host, out var queue)) return Task.FromResult<IReadOnlyList<IPAddress>>(queue.Count > 1 ? queue.Dequeue() : queue.Peek());
        if (host is "clinic.test" or "partner.test") return Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Loopback]);
        throw new SocketException((int)SocketError.HostNotFound);
    }
}
