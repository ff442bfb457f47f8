using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Functions.Tests.Racing;

/// <summary>Workers side by side on one thread: each stops before everything it asks of the store, and a seed says who goes on.
/// The same seed gives the same order.</summary>
sealed class Turns(int seed)
{
    readonly Random _next = new(seed);
    readonly List<(string Who, TaskCompletionSource Go)> _waiting = [];

    /// <summary>Who went on with what, to be read when something went wrong.</summary>
    public List<string> Story { get; } = [];

    public void Mind(string name, Worker worker)
    {
        worker.Store.BeforeReading = what => Wait($"{name} reads {what}");
        worker.Store.Before = changes => Wait($"{name} writes {string.Join(' ', changes.Changes.Select(Short))}");
    }

    /// <summary>Runs all of them to their ends.</summary>
    public async Task All(params Func<Task>[] deeds)
    {
        // What waits for nobody goes on at once, on this thread and no other.
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var all = deeds.Select(deed => deed()).ToList();
            while (_waiting.Count > 0)
            {
                var (who, go) = _waiting[_next.Next(_waiting.Count)];
                _waiting.RemoveAll(waiting => waiting.Go == go);
                Story.Add(who);
                go.SetResult();
            }
            Assert.All(all, task => Assert.True(task.IsCompleted, "Somebody waits for something outside."));
            await Task.WhenAll(all);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    Task Wait(string who)
    {
        var go = new TaskCompletionSource();
        _waiting.Add((who, go));
        return go.Task;
    }

    static string Short(Change change) => change switch
    {
        Change.Put put => $"{put.Kind}@{put.ExpectedRevision}",
        Change.Save save => $"save:{save.Enrollment.Status}",
        Change.Send send => $"send:{send.InputId}",
        Change.Routed routed => $"routed:{routed.Event.Type}={routed.Result}",
        Change.Accept accept => $"accept:{accept.Event.Type}",
        _ => change.GetType().Name.ToLowerInvariant(),
    };
}
