using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Scheduling;
using AesthetixWorkflows.Runtime.Scheduling.Days;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Makes an event of every occurrence of a published schedule, of dates that have their turn, and of invoices whose due day
/// has ended, when the time has come.</summary>
/// <remarks>Nothing is kept between two looks but the time of the last: after a start everything within the grace is emitted
/// again, and the intake drops what it has.</remarks>
sealed class Scheduler(DueSchedules schedules, DueDays days, OverdueInvoices invoices, EventIntake intake, TimeProvider clock, ILogger<Scheduler> log) : IDisposable
{
    /// <summary>The longest sleep: the computer's clock may be set without anybody telling.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    readonly Nudge _nudge = new();
    DateTimeOffset _last = DateTimeOffset.MinValue;

    /// <summary>The clock was moved.</summary>
    public void LookAgain() => _nudge.Give();

    /// <summary>Called on the writer's thread after a durable commit: must be quick.</summary>
    public void Observe(ChangeSet changes)
    {
        foreach (var change in changes.Changes)
            if (change is Change.Put { Kind: "workflow" or "practice" }) _nudge.Give();
    }

    public async Task Run(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested) await _nudge.Wait(await Look(stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <returns>How long to sleep until the next look.</returns>
    async Task<TimeSpan> Look(CancellationToken stop)
    {
        try
        {
            var now = clock.GetUtcNow();
            var due = await schedules.Look(DemoPractice.Id, _last, now, stop);
            if (due.Events.Count > 0) await intake.Accept(DemoPractice.Id, due.Events, stop);
            _last = now;
            var next = await invoices.Look(DemoPractice.Id, now, stop);
            if (await days.Look(DemoPractice.Id, now, stop) is { } day && day < next) next = day;
            if (due.Next < next) next = due.Next.Value;
            var rest = next - clock.GetUtcNow();
            return rest > Longest ? Longest : rest < Shortest ? Shortest : rest;
        }
        catch (StoreUnavailableException unavailable)
        {
            Logs.StoreAway(log, "schedules", unavailable.Message);
            return TimeSpan.FromSeconds(1);
        }
#pragma warning disable CA1031 // One schedule that meets a bug must not end all others for ever.
        catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Logs.ScheduleFailed(log, bug);
            return Longest;
        }
    }

    public void Dispose() => _nudge.Dispose();
}
