using AesthetixWorkflows.Runtime.Ports;
using Microsoft.Data.Sqlite;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>The one thread that writes. It takes what has gathered while it was busy, writes it in one transaction, and
/// when that is on disk tells everybody: many commits for the price of one fsync, and never a lock to wait for.</summary>
sealed class Writer : IDisposable
{
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    readonly Database _database;
    readonly Families _families;
    readonly Checkpoints _checkpoints;
    readonly TimeProvider _time;
    readonly Queue _queue = new();
    readonly Thread _thread;

    public Writer(Database database, TimeProvider time)
    {
        (_database, _time, _families, _checkpoints) = (database, time, new(database), new(database));
        _thread = new(Loop) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    /// <summary>How many groups were committed.</summary>
    public long Groups { get; private set; }

    public void Add(Work work)
    {
        if (!_queue.TryAdd(work)) work.Failed(new StoreUnavailableException("The store is closed."));
    }

    /// <summary>Writes what has been asked for, then closes.</summary>
    public void Dispose()
    {
        _queue.Close();
        _thread.Join();
        _database.Dispose();
    }

    void Loop()
    {
        List<Work> group = [];
        while (!_queue.IsOver)
        {
            group.Clear();
            group = _queue.Take(group, Idle);
            if (group.Count == 0) _checkpoints.WhenIdle();
            else Write(group);
        }
    }

    void Write(List<Work> group)
    {
        try
        {
            _families.Begin();
            var now = _time.GetUtcNow();
            foreach (var work in group) work.Do(_families, now);
            _families.Commit();
        }
        // The writer outlives whatever happens: those who wait are told, and the next group is tried.
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            Undo();
            if (e is SqliteException file && Breakdown.Is(file)) Fail(group, new StoreUnavailableException(Breakdown.Describe(file), file));
            else if (group.Count == 1) Fail(group, e);
            // One of them is at fault; the others shall not suffer for it.
            else foreach (var work in group) Write([work]);
            return;
        }
        Groups++;
        foreach (var work in group) work.Done();
        _checkpoints.AfterGroup();
    }

    void Undo()
    {
        try
        {
            _families.Rollback();
        }
        catch (SqliteException)
        {
            // The file is in trouble; the next BEGIN says so to whoever comes next.
        }
    }

    static void Fail(List<Work> group, Exception e)
    {
        foreach (var work in group) work.Failed(e);
    }
}
