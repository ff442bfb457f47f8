namespace AesthetixWorkflows.Local.Storage;

/// <summary>What waits for the writer.</summary>
sealed class Queue
{
    readonly object _gate = new();
    List<Work> _waiting = [];
    bool _closed;

    /// <summary>False once closed.</summary>
    public bool TryAdd(Work work)
    {
        lock (_gate)
        {
            if (_closed) return false;
            _waiting.Add(work);
            // Only the first wakes the writer.
            if (_waiting.Count == 1) Monitor.Pulse(_gate);
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
