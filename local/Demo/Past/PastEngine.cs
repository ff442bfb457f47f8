using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Runtime;
using AesthetixWorkflows.Runtime.Identity;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Providers.Sandbox;

namespace AesthetixWorkflows.Local.Demo.Past;

/// <summary>The runtime that every host has, over this host's store and a clock that stands in the past. It can send into the
/// sandbox only, whatever accounts the host itself sends by.</summary>
sealed class PastEngine : IAsyncDisposable
{
    readonly ServiceProvider _services;

    public PastEngine(SqliteStore store, ProductCatalogue catalogue, SandboxProvider sandbox, LinkKeys keys, PageAddresses pages, DateTimeOffset start)
    {
        Clock = new(start);
        // As instances, so that the store and the sandbox outlive this engine.
        _services = new ServiceCollection().AddWorkflowRuntime(TimeSpan.FromHours(1))
            .AddSingleton<IStore>(store).AddSingleton<IRecords>(store).AddSingleton<TimeProvider>(Clock).AddSingleton<IIdSource>(new IdSource(Clock)).AddSingleton(catalogue)
            .AddSingleton<IMessageProvider>(sandbox).AddSingleton(keys).AddSingleton(pages).AddSingleton<PracticeTags>()
            .BuildServiceProvider();
    }

    public PastClock Clock { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
