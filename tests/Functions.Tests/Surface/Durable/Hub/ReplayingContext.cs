using Microsoft.DurableTask;

namespace AesthetixWorkflows.Functions.Tests.Surface.Durable.Hub;

/// <summary>Runs an orchestrator from the first line of its history to the last, as Durable Functions does whenever something
/// new has come, and fails when it does not ask for exactly what it asked for before.</summary>
sealed class ReplayingContext(string instanceId, IReadOnlyList<HistoryEvent> history) : TaskOrchestrationContext
{
    readonly List<HistoryEvent> _asked = [];
    readonly Dictionary<int, TaskCompletionSource<string?>> _open = [];
    readonly Dictionary<string, Queue<string?>> _buffered = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Queue<TaskCompletionSource<string?>>> _listening = new(StringComparer.OrdinalIgnoreCase);
    readonly int _lastBegan = Enumerable.Range(0, history.Count).LastOrDefault(i => history[i] is HistoryEvent.Began);
    string? _input;
    DateTime _now;
    bool _replaying = true;

    public override TaskName Name => "";
    public override string InstanceId => instanceId;
    public override DateTime CurrentUtcDateTime => _now;
    public override bool IsReplaying => _replaying;
    public string? CustomStatus { get; private set; }
    public string? ContinuedWith { get; private set; }
    /// <summary>What it asks for now and had not asked for before.</summary>
    public IEnumerable<HistoryEvent> New => _asked.Where(a => !history.Contains(a));
    /// <summary>Events that nobody has taken.</summary>
    public IEnumerable<HistoryEvent> Untaken => _buffered.SelectMany(b => b.Value.Select(payload => new HistoryEvent.Raised(b.Key, payload)));
    bool _keepsUntaken = true;
    public bool KeepsUntaken => _keepsUntaken;

    /// <returns>The orchestrator's task: over, or waiting for something it has asked for.</returns>
    public Task Run(Func<TaskOrchestrationContext, Task> orchestrator)
    {
        // Everything must go on at once and in this very order: no context may send it elsewhere.
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Task? running = null;
            for (var i = 0; i < history.Count; i++)
            {
                _replaying = i < _lastBegan;
                Apply(history[i], orchestrator, ref running);
            }
            if (!running!.IsCompleted && _open.Count == 0 && _listening.All(l => l.Value.Count == 0))
                throw new NonDeterministicException("It waits for something that is no activity, timer or event of Durable Functions.");
            return running;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    void Apply(HistoryEvent happened, Func<TaskOrchestrationContext, Task> orchestrator, ref Task? running)
    {
        switch (happened)
        {
            case HistoryEvent.Began(var at):
                _now = at;
                break;
            case HistoryEvent.Started(var input):
                _input = input;
                running = orchestrator(this);
                break;
            case HistoryEvent.Called or HistoryEvent.TimerSet:
                if (!_asked.Contains(happened)) throw new NonDeterministicException($"It had asked for {happened} and now asks for {string.Join(", ", _asked)}.");
                break;
            case HistoryEvent.Answered(var id, var result):
                if (_open.Remove(id, out var answered)) answered.TrySetResult(result);
                break;
            case HistoryEvent.Threw(var id, var fault):
                if (_open.Remove(id, out var failed)) failed.TrySetException(new TaskFailedException("", id, new InvalidOperationException(fault)));
                break;
            case HistoryEvent.TimerRang(var id):
                if (_open.Remove(id, out var timer)) timer.TrySetResult(null);
                break;
            case HistoryEvent.Raised(var name, var payload):
                if (_listening.GetValueOrDefault(name) is { Count: > 0 } listeners) listeners.Dequeue().TrySetResult(payload);
                else Of(_buffered, name).Enqueue(payload);
                break;
            default:
                throw new InvalidOperationException(happened.GetType().Name);
        }
    }

    public override T? GetInput<T>() where T : default => Wire.Read<T>(_input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        Wire.Read<TResult>(await Ask(id => new HistoryEvent.Called(id, name.Name, Wire.Write(input))))!;

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (fireAt.Kind is not DateTimeKind.Utc) throw new ArgumentException("A timer's time must be UTC.", nameof(fireAt));
        var id = _asked.Count;
        var ring = Ask(_ => new HistoryEvent.TimerSet(id, fireAt));
        await using (cancellationToken.Register(() => { if (_open.Remove(id, out var timer)) timer.TrySetCanceled(cancellationToken); })) await ring;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        if (_buffered.GetValueOrDefault(eventName) is { Count: > 0 } kept) return Wire.Read<T>(kept.Dequeue())!;
        var source = new TaskCompletionSource<string?>();
        Of(_listening, eventName).Enqueue(source);
        return Wire.Read<T>(await source.Task)!;
    }

    public override void SetCustomStatus(object? customStatus) => CustomStatus = Wire.Write(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        (ContinuedWith, _keepsUntaken) = (Wire.Write(newInput), preserveUnprocessedEvents);

    Task<string?> Ask(Func<int, HistoryEvent> what)
    {
        var source = new TaskCompletionSource<string?>();
        _open[_asked.Count] = source;
        _asked.Add(what(_asked.Count));
        return source.Task;
    }

    static Queue<T> Of<T>(Dictionary<string, Queue<T>> queues, string name)
    {
        if (!queues.TryGetValue(name, out var queue)) queues[name] = queue = new();
        return queue;
    }
}

/// <summary>Durable Functions would refuse this orchestrator.</summary>
public sealed class NonDeterministicException(string message) : Exception(message);
