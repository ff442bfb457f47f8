using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Starting;

/// <summary>What this host is put together from, where a test puts something else.</summary>
public sealed record AzureParts
{
    /// <summary>Told after every commit.</summary>
    public delegate Task Afterwards(ChangeSet changes, Committed committed, CancellationToken ct);

    public required Func<IServiceProvider, Afterwards, IStore> Store { get; init; }
    public required Func<IServiceProvider, ILeftovers> Leftovers { get; init; }
    public required Func<IServiceProvider, IMessageProvider> Messages { get; init; }
    /// <summary>Null: the store cannot say by one read what a sender sent before.</summary>
    public Func<IServiceProvider, IEarlierEvents>? Earlier { get; init; }
}
