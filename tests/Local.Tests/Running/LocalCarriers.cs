using AesthetixWorkflows.Local.Runner;
using AesthetixWorkflows.Local.Serving;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Specs.Crashing;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Running;

/// <summary>Embedded hosts over one folder of their own.</summary>
/// <param name="time">What the hosts' clocks move; the computer's when null.</param>
/// <param name="demo">Whether an empty folder is given the demonstration practice.</param>
public sealed class LocalCarriers(TimeProvider? time, bool demo = false) : ICrashCarriers
{
    public LocalCarriers() : this(null) { }

    readonly DataFolder _folder = new();

    public string Folder => _folder.Path;

    public async Task<ICarrier> Open(Action<IServiceCollection> configure) =>
        new LocalCarrier(await LocalHost.Start(new(_folder.Path, "http://127.0.0.1:0", null, Demo: demo), configure, time));

    public void Wrap(IServiceCollection services, Func<IStore, CrashableStore> wrap) => services.AddSingleton<IStore>(s => wrap(s.GetRequiredService<SqliteStore>()));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    sealed class LocalCarrier(LocalHost host) : ICarrier
    {
        readonly MovableClock _clock = host.Services.GetRequiredService<MovableClock>();
        readonly EnrollmentRunner _runner = host.Services.GetRequiredService<EnrollmentRunner>();
        readonly IBacklog _backlog = host.Services.GetRequiredService<IBacklog>();

        public IServiceProvider Services => host.Services;
        public DateTimeOffset Now => _clock.GetUtcNow();
        public void Advance(TimeSpan by) => _clock.Advance(by);

        public async Task<bool> IsQuiet() =>
            (await _backlog.Unrouted(1)).Count == 0 && (await _backlog.WithInbox(1)).Count == 0 && (await _backlog.Due(Now, 1)).Count == 0
            // Between two writes of one turn nothing is due and yet all is not done.
            && _runner.IsIdle;

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
