using System.Collections.Concurrent;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Storage;

namespace AesthetixWorkflows.Bench.Stage;

/// <summary>Tells when an enrollment is over: when its last state is on disk.</summary>
sealed class Finishes
{
    readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();
    int _count;

    public Finishes(SqliteStore store) => store.Committed += (changes, _) =>
    {
        foreach (var change in changes.Changes)
            if (change is Change.Save { Enrollment: { IsLive: false } over })
            {
                Interlocked.Increment(ref _count);
                Of(over.Id).TrySetResult();
            }
    };

    public int Count => _count;

    /// <summary>It may be over before anybody asks.</summary>
    public Task When(string enrollment) => Of(enrollment).Task;

    TaskCompletionSource Of(string enrollment) => _waiting.GetOrAdd(enrollment, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
