using System.Collections.Concurrent;
using System.Threading.Channels;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Carrying;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Carries enrollments: each by one worker at a time, many side by side. What is due comes from the alarm, what
/// came in from the store's own notices; after a restart both are read from the file.</summary>
sealed class EnrollmentRunner(IBacklog backlog, EnrollmentTurn turn, Alarm alarm, ILogger<EnrollmentRunner> log)
{
    /// <summary>Enough to fill a group commit; more only grows the queue.</summary>
    const int Workers = 256;

    readonly Channel<EnrollmentRef> _ready = Channel.CreateUnbounded<EnrollmentRef>();
    /// <summary>Those being worked on; true: something came meanwhile, so look again.</summary>
    readonly ConcurrentDictionary<EnrollmentRef, bool> _busy = new();

    /// <summary>Nobody is being worked on.</summary>
    public bool IsIdle => _busy.IsEmpty;

    public async Task Run(CancellationToken stop)
    {
        alarm.Rings += Poke;
        var workers = Enumerable.Range(0, Workers).Select(_ => Task.Run(() => Work(stop), CancellationToken.None)).ToList();
        await Recover(stop);
        await Task.WhenAll(workers);
    }

    /// <summary>Called on the writer's thread after a durable commit: must be quick.</summary>
    public void Observe(ChangeSet changes)
    {
        foreach (var change in changes.Changes)
            switch (change)
            {
                case Change.Enroll { Enrollment: var e }:
                    Poke(new(e.Practice, e.Id));
                    break;
                case Change.Send send:
                    Poke(new(changes.Practice, send.EnrollmentId));
                    break;
            }
    }

    public void Poke(EnrollmentRef enrollment)
    {
        while (true)
        {
            if (_busy.TryAdd(enrollment, false))
            {
                _ready.Writer.TryWrite(enrollment);
                return;
            }
            if (_busy.TryUpdate(enrollment, true, false) || (_busy.TryGetValue(enrollment, out var again) && again)) return;
        }
    }

    /// <summary>Inputs that were kept and not taken before the process ended. Timers and effects under way come with the alarm.</summary>
    async Task Recover(CancellationToken stop)
    {
        foreach (var enrollment in await backlog.WithInbox(int.MaxValue, stop)) Poke(enrollment);
    }

    async Task Work(CancellationToken stop)
    {
        try
        {
            await foreach (var enrollment in _ready.Reader.ReadAllAsync(stop))
            {
                do
                {
                    _busy[enrollment] = false;
                    await Turn(enrollment, stop);
                } while (!stop.IsCancellationRequested && !_busy.TryRemove(KeyValuePair.Create(enrollment, false)));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    async Task Turn(EnrollmentRef enrollment, CancellationToken stop)
    {
        try
        {
            var left = await turn.Take(enrollment, () => _busy.TryUpdate(enrollment, false, true), null, stop);
            if (left?.Pending.DueAt is { } due && due > DateTimeOffset.MinValue && left.Status is not EnrollmentStatus.Paused) alarm.At(enrollment, due);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (StoreUnavailableException unavailable)
        {
            Logs.StoreAway(log, enrollment.Id, unavailable.Message);
            alarm.In(enrollment, TimeSpan.FromSeconds(2));
        }
#pragma warning disable CA1031 // A bug in one enrollment's step must not stop the others; it is logged and tried again later.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Logs.TurnFailed(log, enrollment.Id, bug);
            alarm.In(enrollment, TimeSpan.FromMinutes(1));
        }
    }
}
