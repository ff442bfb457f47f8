namespace AesthetixWorkflows.Local.Storage;

/// <summary>What waits for the writer.</summary>
sealed class Queue
{
    // A group this large is worth its fsync; the last one having been larger than Few means that many are on their way.
    const int Enough = 64;
    const int Few = 8;
    static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(1);

    readonly object _gate = new();
    List<Work> _waiting = [];
    int _last;
    bool _closed;

    /// <summary>False once closed.</summary>
    public bool TryAdd(Work work)
    {
        lock (_gate)
        {
            if (_closed) return false;
            _waiting.Add(work);
            if (_waiting.Count is 1 or Enough) Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>Everything that has come, as soon as anything has; nothing when nothing came in time. The empty list
    /// takes up what comes next.</summary>
    public List<Work> Take(List<Work> empty, TimeSpan patience)
    {
        lock (_gate)
        {
            if (_waiting.Count == 0 && !_closed) Monitor.Wait(_gate, patience);
            // Under load a moment's patience halves what is written: neighbours share the page that each of them changes.
            if (_last > Few && _waiting.Count is > 0 and < Enough && !_closed) Monitor.Wait(_gate, Linger);
            _last = _waiting.Count;
            (empty, _waiting) = (_waiting, empty);
            return empty;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Closed, and nothing left.</summary>
    public bool IsOver
    {
        get
        {
            lock (_gate) return _closed && _waiting.Count == 0;
        }
    }
}
