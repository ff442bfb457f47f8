using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
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

    readonly Channel<(PracticeEvent Event, long Arrived)>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<(PracticeEvent, long)>())];
    readonly Rush _rush = new();
    readonly HashSet<string> _held = [];
    readonly Lock _gate = new();
    bool _overflowed;

    public async Task Run(CancellationToken stop)
    {
        var lanes = _lanes.Select((lane, number) => Task.Run(() => Work(lane, number, stop), CancellationToken.None)).ToList();
        try
        {
            // Accepted before the process ended and not routed; and whatever did not fit since.
            while (!stop.IsCancellationRequested)
            {
                foreach (var e in await backlog.Unrouted(Room, stop)) Take(e);
                do await Task.Delay(TimeSpan.FromSeconds(1), stop); while (!TakeOverflow());
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
            if (_held.Count >= Room)
            {
                _overflowed = true;
                return;
            }
            if (!_held.Add(e.Id)) return;
        }
        _lanes[(uint)LaneKey(e).GetHashCode(StringComparison.OrdinalIgnoreCase) % Lanes].Writer.TryWrite((e, Stopwatch.GetTimestamp()));
    }

    bool TakeOverflow()
    {
        lock (_gate)
        {
            if (!_overflowed || _held.Count > Room / 2) return false;
            _overflowed = false;
            return true;
        }
    }

    /// <summary>Whoever it is about, as far as that can be seen without looking anything up. Two names for one person may run
    /// side by side; the store's revisions then make one of them look again.</summary>
    static string LaneKey(PracticeEvent e)
    {
        string? In(string root, string field) => FactLoader.TextIn(e.Data, root, field);
        var top = e.Data.ValueKind is JsonValueKind.Object && e.Data.TryGetProperty("email", out var email) && email.ValueKind is JsonValueKind.String ? email.GetString() : null;
        return e.ContactId ?? In("contact", "id") ?? In("contact", "email") ?? In("contact", "phone") ?? In("message", "from") ?? top ?? e.Id;
    }

    async Task Work(Channel<(PracticeEvent Event, long Arrived)> lane, int number, CancellationToken stop)
    {
        try
        {
            await foreach (var (e, arrived) in lane.Reader.ReadAllAsync(stop))
            {
                if (number >= Steady) await _rush.StandBack(arrived, stop);
                await Route(e, stop);
                lock (_gate) _held.Remove(e.Id);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    async Task Route(PracticeEvent e, CancellationToken stop)
    {
        for (var wait = 1; ; wait = Math.Min(wait * 2, 60))
        {
            try
            {
                await router.Route(e, stop);
                return;
            }
            catch (StoreUnavailableException unavailable)
            {
                Logs.StoreAway(log, e.Id, unavailable.Message);
            }
#pragma warning disable CA1031 // One event that cannot be routed must not stop the lane; it stays in the file and is tried after a restart.
            catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Logs.RouteFailed(log, e.Id, bug);
                return;
            }
            await Task.Delay(TimeSpan.FromSeconds(wait), stop);
        }
    }
}
