using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Tests.Surface.Durable.Hub;

/// <summary>A task hub in memory: keeps histories, replays orchestrators after every event, runs activities, rings timers by
/// the clock it is given. It outlives the hosts that work for it, as storage does.</summary>
sealed class TaskHub : IAsyncDisposable
{
    readonly TimeProvider _clock;
    readonly Func<TaskOrchestrationContext, Task> _orchestrator;
    readonly Func<string, string, Task<string>> _activity;
    readonly Dictionary<string, Instance> _instances = new(StringComparer.Ordinal);
    readonly PriorityQueue<(Instance Of, int Execution, int Id), DateTime> _timers = new();
    readonly Lock _gate = new();
    readonly CancellationTokenSource _stop = new();
    readonly Task _ringing;
    int _working;

    /// <param name="orchestrator">The only one this hub knows.</param>
    /// <param name="activity">Name and input, as text, to a result as text.</param>
    public TaskHub(TimeProvider clock, Func<TaskOrchestrationContext, Task> orchestrator, Func<string, string, Task<string>> activity)
    {
        (_clock, _orchestrator, _activity) = (clock, orchestrator, activity);
        Client = new HubClient(this);
        _ringing = Task.Run(Ring);
    }

    public DurableTaskClient Client { get; }

    /// <summary>Called for everything that the hub stores: what it is and its text.</summary>
    public Action<string, string> Stored { get; set; } = (_, _) => { };

    /// <summary>Nothing runs and no timer is due.</summary>
    public bool IsIdle
    {
        get { lock (_gate) return _working == 0 && !(_timers.TryPeek(out _, out var due) && due <= Now); }
    }

    public IReadOnlyList<Instance> Instances { get { lock (_gate) return [.. _instances.Values]; } }

    DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <returns>False: one of this id is going on.</returns>
    public bool Start(string id, string name, string input)
    {
        lock (_gate)
        {
            if (_instances.TryGetValue(id, out var known) && !known.IsOver) return false;
            var instance = _instances[id] = new Instance(id, name) { Execution = (known?.Execution ?? 0) + 1 };
            Stored("input", input);
            Arrive(instance, new HistoryEvent.Started(input));
            return true;
        }
    }

    /// <returns>False: there is none of this id. One that is over ignores it.</returns>
    public bool Raise(string id, string name, string? payload)
    {
        lock (_gate)
        {
            if (!_instances.TryGetValue(id, out var instance)) return false;
            if (!instance.IsOver) Arrive(instance, new HistoryEvent.Raised(name, payload));
            return true;
        }
    }

    public Instance? Find(string id) { lock (_gate) return _instances.GetValueOrDefault(id); }

    void Arrive(Instance instance, HistoryEvent happened)
    {
        instance.Arrived.Add(happened);
        if (instance.Busy) return;
        instance.Busy = true;
        _working++;
        _ = Task.Run(() => Work(instance));
    }

    void Work(Instance instance)
    {
        while (true)
        {
            lock (_gate)
            {
                if (instance.Arrived.Count == 0 || instance.IsOver)
                {
                    instance.Busy = false;
                    _working--;
                    return;
                }
                instance.History.Add(new HistoryEvent.Began(Now));
                instance.History.AddRange(instance.Arrived);
                instance.Arrived.Clear();
                instance.Status = OrchestrationRuntimeStatus.Running;
            }
            var context = new ReplayingContext(instance.Id, instance.History);
            Task? ran;
            try
            {
                ran = context.Run(_orchestrator);
            }
#pragma warning disable CA1031 // Whatever it is, the orchestration has failed by it.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                ran = Task.FromException(fault);
            }
            lock (_gate) Note(instance, context, ran);
        }
    }

    void Note(Instance instance, ReplayingContext context, Task ran)
    {
        if (context.CustomStatus is { } status) Stored("status", instance.CustomStatus = status);
        if (ran.IsFaulted)
        {
            (instance.Status, instance.Fault) = (OrchestrationRuntimeStatus.Failed, ran.Exception!.InnerException!.ToString());
            return;
        }
        if (context.ContinuedWith is { } input)
        {
            Stored("input", input);
            instance.Execution++;
            instance.History = [];
            instance.Arrived.InsertRange(0, [new HistoryEvent.Started(input), .. context.KeepsUntaken ? context.Untaken : []]);
            return;
        }
        foreach (var asked in context.New.ToList())
        {
            instance.History.Add(asked);
            if (asked is HistoryEvent.TimerSet timer) _timers.Enqueue((instance, instance.Execution, timer.Id), timer.FireAt);
            if (asked is HistoryEvent.Called call)
            {
                Stored("call", call.Input);
                _working++;
                _ = Task.Run(() => Call(instance, instance.Execution, call));
            }
        }
        if (ran.IsCompleted) instance.Status = OrchestrationRuntimeStatus.Completed;
    }

    async Task Call(Instance instance, int execution, HistoryEvent.Called call)
    {
        HistoryEvent answer;
        try
        {
            var result = await _activity(call.Name, call.Input);
            Stored("result", result);
            answer = new HistoryEvent.Answered(call.Id, result);
        }
#pragma warning disable CA1031 // The orchestrator hears of it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Stored("fault", fault.Message);
            answer = new HistoryEvent.Threw(call.Id, fault.Message);
        }
        lock (_gate)
        {
            if (instance.Execution == execution && !instance.IsOver) Arrive(instance, answer);
            _working--;
        }
    }

    async Task Ring()
    {
        while (!_stop.IsCancellationRequested)
        {
            lock (_gate)
                while (_timers.TryPeek(out var timer, out var due) && due <= Now)
                {
                    _timers.Dequeue();
                    if (timer.Of.Execution == timer.Execution && !timer.Of.IsOver && _instances[timer.Of.Id] == timer.Of) Arrive(timer.Of, new HistoryEvent.TimerRang(timer.Id));
                }
            await Task.Delay(2).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ringing;
        _stop.Dispose();
    }
}
