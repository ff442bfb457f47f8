using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Local.Demo.Past;
using AesthetixWorkflows.Local.Serving;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Starts everything that carries enrollments, and ends it in good order: what is under way is finished or will be
/// taken up again from the file.</summary>
sealed class CarryingService : BackgroundService
{
    readonly EnrollmentRunner _runner;
    readonly Alarm _alarm;
    readonly RouterPump _pump;
    readonly Scheduler _scheduler;
    readonly JobLoop _jobs;
    readonly DemoPast _past;

    readonly SqliteStore _store;
    readonly Publisher _publisher;
    readonly TimeProvider _clock;
    readonly ILogger _log;

    public CarryingService(
        SqliteStore store, EnrollmentRunner runner, Alarm alarm, RouterPump pump, Scheduler scheduler, JobLoop jobs, DemoPast past, WorkflowBook workflows, PracticeBook practices, MovableClock clock,
        Publisher publisher, ILogger<CarryingService> log)
    {
        (_runner, _alarm, _pump, _scheduler, _jobs, _past, _store, _publisher, _clock, _log) = (runner, alarm, pump, scheduler, jobs, past, store, publisher, clock, log);
        // Books first: whoever is woken by a commit must not read what was true before it.
        store.Committed += (changes, _) =>
        {
            workflows.Observe(changes);
            practices.Observe(changes);
        };
        clock.Moved += alarm.LookAgain;
        clock.Moved += scheduler.LookAgain;
        clock.Moved += jobs.LookAgain;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (_past.IsWanted) await PlayPast(stoppingToken);
        // Not before: what the past left behind is read from the file, as after any start.
        _store.Committed += (changes, committed) =>
        {
            _runner.Observe(changes);
            _pump.Observe(changes, committed);
            _scheduler.Observe(changes);
            _jobs.Observe(changes);
        };
        await Task.WhenAll(_runner.Run(stoppingToken), _alarm.Run(stoppingToken), _pump.Run(stoppingToken), _scheduler.Run(stoppingToken), _jobs.Run(stoppingToken), CarryOnPublishing(stoppingToken));
    }

    async Task PlayPast(CancellationToken stop)
    {
        try
        {
            await _past.Play(stop);
        }
#pragma warning disable CA1031 // A demonstration without a past is better than none; what it began goes on today.
        catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Logs.PastFailed(_log, bug);
        }
    }

    /// <summary>A publish that moved or ended those inside may have been cut short by a crash.</summary>
    async Task CarryOnPublishing(CancellationToken stop)
    {
        try
        {
            var by = new Actor(DemoPractice.Id, "restart", _clock.GetUtcNow());
            for (string? cursor = null, next = ""; next is not null; cursor = next)
            {
                var page = await _store.List(Kinds.Workflow, by.Practice, new(200, cursor), stop);
                foreach (var workflow in page.Items) await _publisher.CarryOn(by, workflow, stop);
                next = page.Next;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (StoreUnavailableException unavailable)
        {
            Logs.StoreAway(_log, "publishing", unavailable.Message);
        }
    }
}
