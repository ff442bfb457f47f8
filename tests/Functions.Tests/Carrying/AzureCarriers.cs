using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Starting;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Functions.Tests.Activities;
using AesthetixWorkflows.Functions.Tests.Orchestration;
using AesthetixWorkflows.Functions.Tests.Storage;
using AesthetixWorkflows.Functions.Triggers;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Specs.Crashing;
using AesthetixWorkflows.Specs.Running;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Tests.Carrying;

/// <summary>Workers of the Azure host, one after the other, over one table in Azurite, one task hub and one queue; these three
/// outlive the workers, as the services in Azure do.</summary>
public sealed class AzureCarriers : ICrashCarriers
{
    readonly ManualClock _clock = new();
    readonly string _table = Azurite.NewTable();
    readonly LiveQueue _queue;
    IRig? _rig;
    AzureCarrier? _worker;
    TableServiceClient? _service;

    public AzureCarriers() => _queue = new(Deliver);

    /// <summary>How often each activity was called.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<(string Activity, Turn Turn)> Calls { get; } = new();
    internal IRig Rig => _rig!;
    internal LiveQueue Queue => _queue;
    internal TablesStore Store => Volatile.Read(ref _worker)!.Table;

    public async Task<ICarrier> Open(Action<IServiceCollection> configure)
    {
        _service ??= await Azurite.Service();
        _rig ??= await Rigs.Start(_clock, Act);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var services = builder.Services;
        AzureHost.Add(services, Settings.Sample, new AzureParts
        {
            Store = (s, afterwards) =>
            {
                var store = s.GetRequiredService<TablesStore>();
                store.Afterwards = (changes, committed, ct) => afterwards(changes, committed, ct);
                return store;
            },
            Open = (_, _) => Task.CompletedTask,
            Leftovers = s => s.GetRequiredService<TablesStore>(),
        });
        services.AddSingleton(_ => TablesStore.Over(_service, _table, _clock));
        services.AddSingleton<TimeProvider>(_clock).AddSingleton(_queue.Sender);
        configure(services);
        var worker = new AzureCarrier(builder.Build(), _clock, _rig, _queue);
        await worker.Table.Ensure();
        worker.Services.GetRequiredService<DurableLink>().Offer(_rig.Client);
        Volatile.Write(ref _worker, worker);
        return worker;
    }

    /// <summary>Every orchestration is gone, and its history.</summary>
    public async Task LoseTaskHub()
    {
        await _rig!.DisposeAsync();
        _rig = await Rigs.Start(_clock, Act);
        Volatile.Read(ref _worker)!.Rehub(_rig);
    }

    /// <summary>A process that died does not tell Durable Functions of its last commit either.</summary>
    public void Wrap(IServiceCollection services, Func<IStore, CrashableStore> wrap) => services.AddSingleton<IStore>(s =>
    {
        var table = s.GetRequiredService<TablesStore>();
        var store = wrap(table);
        table.Afterwards = (changes, committed, ct) => store.IsDead ? Task.CompletedTask : s.GetRequiredService<Dispatcher>().Afterwards(changes, committed, ct);
        return store;
    });

    async Task<Next> Act(string name, Turn turn)
    {
        Calls.Enqueue((name, turn));
        while (true)
        {
            var worker = await Working();
            try
            {
                return await worker.Run(ct => ActivityFunctions.Call(worker.Services, name, turn, _rig!.Client, ct));
            }
            catch (WorkerGoneException)
            {
                // The answer of a worker that is gone reaches nobody; the next one is asked.
            }
        }
    }

    async Task Deliver(ServiceBusReceivedMessage message, ServiceBusMessageActions actions)
    {
        var worker = await Working();
        try
        {
            await worker.Run(async ct =>
            {
                await ActivatorUtilities.CreateInstance<EventRouting>(worker.Services).Take(message, actions, _rig!.Client, ct);
                return true;
            });
        }
        catch (WorkerGoneException)
        {
            // Not settled: it is delivered again.
        }
    }

    async Task<AzureCarrier> Working()
    {
        while (true)
        {
            if (Volatile.Read(ref _worker) is { IsGone: false } worker) return worker;
            await Task.Delay(2);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_rig is not null) await _rig.DisposeAsync();
    }
}
