using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Recovering;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Functions.Tests.Orchestration;
using AesthetixWorkflows.Runtime.Carrying;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Specs.Running;
using AesthetixWorkflows.Specs.Crashing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Tests.Carrying;

/// <summary>One worker of the Azure host.</summary>
sealed class AzureCarrier(WebApplication app, ManualClock clock, IRig hub, LiveQueue queue) : ICarrier
{
    IRig _hub = hub;
    /// <summary>What lies about this long, with nothing under way, is left over.</summary>
    static readonly TimeSpan Stale = TimeSpan.FromMilliseconds(150);

    readonly CancellationTokenSource _stop = new();
    readonly HashSet<(string, DateTimeOffset)> _nudged = [];
    int _running;
    DateTime _calmSince = DateTime.UtcNow;

    public IServiceProvider Services => app.Services;
    public DateTimeOffset Now => clock.GetUtcNow();
    public TablesStore Table => app.Services.GetRequiredService<TablesStore>();
    /// <summary>Stopped, or its store says that the process died.</summary>
    public bool IsGone => _stop.IsCancellationRequested || IsDead;

    bool IsDead => app.Services.GetRequiredService<IStore>() is CrashableStore { IsDead: true };

    public void Rehub(IRig hub)
    {
        _hub = hub;
        app.Services.GetRequiredService<DurableLink>().Offer(hub.Client);
    }

    public void Advance(TimeSpan by) => clock.Advance(by);

    /// <exception cref="WorkerGoneException">The worker ended meanwhile; whatever came of it, nobody hears of it.</exception>
    public async Task<T> Run<T>(Func<CancellationToken, Task<T>> function)
    {
        Interlocked.Increment(ref _running);
        try
        {
            var result = await function(_stop.Token);
            return IsGone ? throw new WorkerGoneException() : result;
        }
        catch (Exception) when (IsGone)
        {
            throw new WorkerGoneException();
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public async Task<bool> IsQuiet()
    {
        if (!_hub.IsIdle || !queue.IsIdle || Volatile.Read(ref _running) > 0)
        {
            _calmSince = DateTime.UtcNow;
            return false;
        }
        var left = await Table.Find(Clinic.Id, Now.AddMinutes(1), 50);
        if (left is { Events.Count: 0, Starts.Count: 0, Inputs.Count: 0 }) return _hub.ClockRingsTimers || !await NudgeWhoIsDue();
        if (DateTime.UtcNow - _calmSince > Stale) await Recover();
        return false;
    }

    /// <summary>What the timer function does every minute, over everything that is left.</summary>
    async Task Recover()
    {
        _calmSince = DateTime.UtcNow;
        var later = new ManualClock();
        later.Advance(Now - later.GetUtcNow() + LeftWork.Patience + TimeSpan.FromMinutes(1));
        T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();
        await new LeftWork(Get<IStore>(), Table, Get<EventPublisher>(), Get<EventRouter>(), Get<EnrollmentStarter>(), Get<EnrollmentTurn>(), later, Get<ILogger<LeftWork>>()).CarryOn(Clinic.Id, default);
    }

    /// <summary>Where timers ring by the real clock, whoever is due by ours is woken instead.</summary>
    async Task<bool> NudgeWhoIsDue()
    {
        var found = false;
        foreach (var status in new[] { EnrollmentStatus.Active, EnrollmentStatus.Waiting, EnrollmentStatus.Scheduled })
            foreach (var (enrollment, _, _) in (await Table.ListEnrollments(Clinic.Id, new(Status: status, Limit: 200))).Items)
            {
                if (enrollment.Pending.DueAt is not { } due || due > Now) continue;
                found = true;
                if (due > DateTimeOffset.MinValue && _nudged.Add((enrollment.Id, due))) await _hub.Client.RaiseEventAsync(enrollment.Id, EnrollmentOrchestrator.Came);
            }
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        var until = DateTime.UtcNow.AddSeconds(10);
        while (Volatile.Read(ref _running) > 0 && DateTime.UtcNow < until) await Task.Delay(2);
        await app.DisposeAsync();
    }
}

/// <summary>The worker that ran a function is no more.</summary>
public sealed class WorkerGoneException : Exception;
