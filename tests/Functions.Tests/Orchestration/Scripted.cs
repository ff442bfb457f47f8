using System.Collections.Concurrent;
using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Tests.Orchestration;

/// <summary>An orchestration whose activities answer from a script.</summary>
sealed class Scripted : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    readonly ConcurrentQueue<(string Activity, Turn Turn)> _calls = new();
    readonly Func<int, string, Next> _answer;
    IRig? _rig;
    int _count;

    Scripted(Func<int, string, Next> answer) => _answer = answer;

    public string Id { get; } = $"enr_{Guid.NewGuid():n}";
    public DurableTaskClient Client => _rig!.Client;
    public IReadOnlyList<string> Calls => [.. _calls.Select(c => c.Activity)];
    public IReadOnlyList<Turn> Turns => [.. _calls.Select(c => c.Turn)];

    /// <param name="answer">What the n-th call (from 1) of an activity answers.</param>
    public static async Task<Scripted> Start(Next first, Func<int, string, Next> answer)
    {
        var script = new Scripted(answer);
        script._rig = await Rigs.Start(TimeProvider.System, script.Act);
        await script.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(EnrollmentOrchestrator), new Carry("prac_1", script.Id, first), new Microsoft.DurableTask.StartOrchestrationOptions(script.Id));
        return script;
    }

    public static Next Do(string activity, DateTimeOffset? at = null) => new(activity, at, false, "wf_1", 1, "s1", at is null ? null : "delay");

    public static Next WaitForNews => new(null, null, false, "wf_1", 1, "s2", "reply");

    public static Next Over => new(null, null, true, "wf_1", 1, null, null);

    public Task Nudge() => Client.RaiseEventAsync(Id, EnrollmentOrchestrator.Came);

    public async Task<OrchestrationMetadata> End()
    {
        await Until(async () => (await Client.GetInstanceAsync(Id))?.IsCompleted == true);
        var state = (await Client.GetInstanceAsync(Id, getInputsAndOutputs: true))!;
        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
        return state;
    }

    public async Task<string> Status(Func<string, bool> wanted)
    {
        var status = "";
        await Until(async () => wanted(status = (await Client.GetInstanceAsync(Id, getInputsAndOutputs: true))?.SerializedCustomStatus ?? ""));
        return status;
    }

    public Task Called(int times) => Until(() => Task.FromResult(_calls.Count >= times));

    public async ValueTask DisposeAsync() => await _rig!.DisposeAsync();

    Task<Next> Act(string activity, Turn turn)
    {
        _calls.Enqueue((activity, turn));
        return Task.FromResult(_answer(Interlocked.Increment(ref _count), activity));
    }

    static async Task Until(Func<Task<bool>> holds)
    {
        var until = DateTime.UtcNow + Patience;
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < until, "It never happened.");
            await Task.Delay(5);
        }
    }
}
