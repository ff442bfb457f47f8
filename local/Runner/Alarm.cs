using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Rings when an enrollment is due. Only the near future is held in memory; the rest sleeps in the file's index and
/// is fetched when its time comes near, so a million waiting cost nothing.</summary>
sealed class Alarm(IBacklog backlog, TimeProvider clock, ILogger<Alarm> log) : IDisposable
{
    static readonly TimeSpan Horizon = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    const int Fetch = 20_000;

    readonly PriorityQueue<EnrollmentRef, DateTimeOffset> _soon = new();
    /// <summary>The time each one is held for; an entry of the queue that says otherwise is old.</summary>
    readonly Dictionary<EnrollmentRef, DateTimeOffset> _held = [];
    readonly Nudge _nudge = new();
    readonly Lock _gate = new();
    DateTimeOffset _heldUntil = DateTimeOffset.MinValue;
    DateTimeOffset _nextRefill = DateTimeOffset.MinValue;

    public event Action<EnrollmentRef>? Rings;

    public void At(EnrollmentRef enrollment, DateTimeOffset due)
    {
        lock (_gate)
        {
            if (due > _heldUntil) return; // it will be fetched
            Hold(enrollment, due);
            if (!_soon.TryPeek(out var first, out _) || first != enrollment) return;
        }
        _nudge.Give();
    }

    /// <summary>Looks at it again after a while, whatever the file says: something went wrong with it.</summary>
    public void In(EnrollmentRef enrollment, TimeSpan after) =>
        _ = Task.Delay(after).ContinueWith(_ => Rings?.Invoke(enrollment), TaskScheduler.Default);

    /// <summary>The clock was moved, or the file changed by other hands: what is due must be asked again.</summary>
    public void LookAgain()
    {
        lock (_gate) _nextRefill = DateTimeOffset.MinValue;
        _nudge.Give();
    }

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (NeedsRefill()) await Refill(stop);
                await _nudge.Wait(RingDue(), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException unavailable)
            {
                Logs.StoreAway(log, "alarm", unavailable.Message);
                // Nothing was read, so nothing of what is near is held: ask again, not at the next round.
                lock (_gate) _nextRefill = DateTimeOffset.MinValue;
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }
    }

    bool NeedsRefill()
    {
        lock (_gate) return clock.GetUtcNow() >= _nextRefill;
    }

    async Task Refill(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // From now on new waits up to the horizon announce themselves; those written before are in what is read next.
        lock (_gate) (_heldUntil, _nextRefill) = (now + Horizon, now + Horizon / 2);
        var due = await backlog.Due(now + Horizon, Fetch, stop);
        lock (_gate)
        {
            foreach (var row in due) Hold(new(row.Practice, row.Id), row.DueAt);
            // More than fits (a long outage is over): the next look comes when these are on their way.
            if (due.Count == Fetch) (_heldUntil, _nextRefill) = (due[^1].DueAt, now + Pause);
        }
    }

    void Hold(EnrollmentRef enrollment, DateTimeOffset due)
    {
        if (_held.TryGetValue(enrollment, out var known) && known == due) return;
        _held[enrollment] = due;
        _soon.Enqueue(enrollment, due);
    }

    /// <returns>How long until something is due or the file must be read again.</returns>
    TimeSpan RingDue()
    {
        var ringing = new List<EnrollmentRef>();
        TimeSpan rest;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            while (_soon.TryPeek(out var enrollment, out var due) && due <= now)
            {
                _soon.Dequeue();
                if (!_held.TryGetValue(enrollment, out var wanted) || wanted != due) continue;
                _held.Remove(enrollment);
                ringing.Add(enrollment);
            }
            var next = _soon.TryPeek(out _, out var first) && first < _nextRefill ? first : _nextRefill;
            rest = next - now;
        }
        foreach (var enrollment in ringing) Rings?.Invoke(enrollment);
        return rest < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : rest;
    }

    public void Dispose() => _nudge.Dispose();
}
