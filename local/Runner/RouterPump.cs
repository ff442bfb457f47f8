using System.Diagnostics;
using System.Threading.Channels;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Routes kept events: those about the same person one after the other, the others side by side.</summary>
sealed class RouterPump(IBacklog backlog, EventRouter router, ILogger<RouterPump> log)
{
    const int Lanes = 64;
    /// <summary>Those that go on routing in a rush.</summary>
    const int Steady = 4;
    /// <summary>More than this waiting in memory and the rest stays in the file until there is room.</summary>
    const int Room = 20_000;
    /// <summary>So often its lane waits for an event that others are in the way of.</summary>
    const int MostConflicts = 3;

    /// <summary>After that its lane goes on without it, and it is tried again after so long.</summary>
    public TimeSpan Aside { get; init; } = TimeSpan.FromMinutes(1);

    readonly Channel<(PracticeEvent Event, long Arrived)>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<(PracticeEvent, long)>())];
    readonly Rush _rush = new();
    readonly HashSet<string> _held = [];
    /// <summary>What was kept while the file was being read: newer than what comes from there.</summary>
    readonly List<PracticeEvent> _meanwhile = [];
    readonly Lock _gate = new();
    bool _reading = true;
    /// <summary>What is new stays in the file, behind what did not fit.</summary>
    bool _overflowed;

    public async Task Run(CancellationToken stop)
    {
        var lanes = _lanes.Select((lane, number) => Task.Run(() => Work(lane, number, stop), CancellationToken.None)).ToList();
        try
        {
            // Accepted before the process ended and not routed; and whatever did not fit since.
            while (!stop.IsCancellationRequested)
            {
                TakeOlder(await backlog.Unrouted(Room, stop));
                do await Task.Delay(TimeSpan.FromSeconds(1), stop); while (!TurnToFile());
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        await Task.WhenAll(lanes);
    }

    /// <summary>Called on the writer's thread after a durable commit: must be quick.</summary>
    public void Observe(ChangeSet changes, Committed committed)
    {
        foreach (var change in changes.Changes)
            if (change is Change.Accept { Event: var e } && !committed.Duplicates.ContainsKey(e.Id))
            {
                _rush.Arrived();
                Take(e);
            }
    }

    void Take(PracticeEvent e)
    {
        lock (_gate)
        {
            if (_overflowed) return;
            if (!_reading) Hold(e);
            else if (_meanwhile.Count < Room) _meanwhile.Add(e);
            else _overflowed = true;
        }
    }

    void TakeOlder(IReadOnlyList<PracticeEvent> events)
    {
        lock (_gate)
        {
            // There is more, and it comes before what is new.
            if (events.Count == Room) _overflowed = true;
            foreach (var e in events) Hold(e);
            if (events.Count < Room) foreach (var e in _meanwhile) Hold(e);
            _meanwhile.Clear();
            _reading = false;
        }
    }

    /// <summary>Under the gate.</summary>
    void Hold(PracticeEvent e)
    {
        if (_held.Count >= Room) _overflowed = true;
        else if (_held.Add(e.Id)) Queue(e);
    }

    void Queue(PracticeEvent e) => _lanes[LaneKey.Lane(LaneKey.Of(e), Lanes)].Writer.TryWrite((e, Stopwatch.GetTimestamp()));

    bool TurnToFile()
    {
        lock (_gate)
        {
            if (!_overflowed || _held.Count > Room / 2) return false;
            (_overflowed, _reading) = (false, true);
            return true;
        }
    }

    async Task Work(Channel<(PracticeEvent Event, long Arrived)> lane, int number, CancellationToken stop)
    {
        try
        {
            await foreach (var (e, arrived) in lane.Reader.ReadAllAsync(stop))
            {
                if (number >= Steady) await _rush.StandBack(arrived, stop);
                if (await Route(e, stop)) lock (_gate) _held.Remove(e.Id);
                else _ = Later(e, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <returns>False: others are in its way for so long that the lane goes on without it; it is to come again.</returns>
    async Task<bool> Route(PracticeEvent e, CancellationToken stop)
    {
        for (var (wait, conflicts) = (1, 0); ; wait = Math.Min(wait * 2, 60))
        {
            try
            {
                await router.Route(e, stop);
                return true;
            }
            catch (StoreUnavailableException unavailable)
            {
                Logs.StoreAway(log, e.Id, unavailable.Message);
            }
            catch (KeepsConflictingException)
            {
                Logs.RouteInTheWay(log, e.Id);
                if (++conflicts == MostConflicts) return false;
            }
#pragma warning disable CA1031 // One event that cannot be routed must not stop the lane; it stays in the file and is tried after a restart.
            catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Logs.RouteFailed(log, e.Id, bug);
                return true;
            }
            await Task.Delay(TimeSpan.FromSeconds(wait), stop);
        }
    }

    async Task Later(PracticeEvent e, CancellationToken stop)
    {
        await Task.Delay(Aside, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Queue(e);
    }
}
