using AesthetixWorkflows.Local.Serving;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Starts everything that carries enrollments, and ends it in good order: what is under way is finished or will be
/// taken up again from the file.</summary>
sealed class CarryingService : BackgroundService
{
    readonly EnrollmentRunner _runner;
    readonly Alarm _alarm;
    readonly RouterPump _pump;

    public CarryingService(SqliteStore store, EnrollmentRunner runner, Alarm alarm, RouterPump pump, WorkflowBook workflows, PracticeBook practices, MovableClock clock)
    {
        (_runner, _alarm, _pump) = (runner, alarm, pump);
        // Books first: whoever is woken by a commit must not read what was true before it.
        store.Committed += (changes, committed) =>
        {
            workflows.Observe(changes);
            practices.Observe(changes);
            runner.Observe(changes);
            pump.Observe(changes, committed);
        };
        clock.Moved += alarm.LookAgain;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(_runner.Run(stoppingToken), _alarm.Run(stoppingToken), _pump.Run(stoppingToken));
    }
}
