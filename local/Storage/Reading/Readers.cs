using System.Collections.Concurrent;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Connections that read. Each question takes one and gives it back; what it sees is one committed state.</summary>
sealed class Readers(StorePlace place) : IDisposable
{
    const int Kept = 8;

    readonly ConcurrentBag<Database> _idle = [];
    volatile bool _closed;

    /// <summary>The file is local and mostly in memory: answering at once beats a trip to another thread.</summary>
    public Task<T> Ask<T>(Func<Database, T> question, CancellationToken ct)
    {
        if (ct.IsCancellationRequested) return Task.FromCanceled<T>(ct);
        try
        {
            return Task.FromResult(Read(question));
        }
        // A task-returning method fails by its task.
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(e);
        }
    }

    T Read<T>(Func<Database, T> question)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var database = _idle.TryTake(out var idle) ? idle : Database.ForReading(place);
        try
        {
            return question(database);
        }
        finally
        {
            if (_closed || _idle.Count >= Kept) database.Dispose();
            else _idle.Add(database);
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var database)) database.Dispose();
    }
}
