using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Starting;

/// <summary>What this host is put together from, and where a test puts something else.</summary>
public sealed record AzureParts
{
    const string Table = "aesthetix";

    /// <summary>Told after every commit.</summary>
    public delegate Task Afterwards(ChangeSet changes, Committed committed, CancellationToken ct);

    public required Func<IServiceProvider, Afterwards, IStore> Store { get; init; }
    /// <summary>Makes what the store needs before its first use; done at every start.</summary>
    public required Func<IStore, CancellationToken, Task> Open { get; init; }
    public required Func<IServiceProvider, ILeftovers> Leftovers { get; init; }
    /// <summary>Null: the store cannot say by one read what a sender sent before.</summary>
    public Func<IServiceProvider, IEarlierEvents>? Earlier { get; init; }

    public static AzureParts Of(AzureSettings settings) => new()
    {
        Store = (services, afterwards) => Tables(settings, services, afterwards),
        Open = (store, ct) => ((TablesStore)store).Ensure(ct),
        Leftovers = services => (TablesStore)services.GetRequiredService<IStore>(),
        Earlier = services => (TablesStore)services.GetRequiredService<IStore>(),
    };

    static TablesStore Tables(AzureSettings settings, IServiceProvider services, Afterwards afterwards)
    {
        var service = settings.TablesUri is { } endpoint ? TablesClient.At(endpoint, new DefaultAzureCredential()) : TablesClient.At(settings.TablesConnection!);
        var store = TablesStore.Over(service, Table, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<TablesStore>>());
        store.Afterwards = afterwards.Invoke;
        return store;
    }
}
