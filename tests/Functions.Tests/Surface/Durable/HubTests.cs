using AesthetixWorkflows.Functions.Tests.Surface.Durable.Hub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Tests.Surface.Durable;

/// <summary>The hub refuses what Durable Functions would refuse; else the tests on it would prove nothing.</summary>
public sealed class HubTests
{
    [Fact]
    public async Task An_orchestrator_that_asks_for_something_else_on_replay_fails()
    {
        var runs = 0;
        var instance = await Run(async context =>
        {
            await context.CallActivityAsync<string>($"Step{Interlocked.Increment(ref runs)}");
            await context.CallActivityAsync<string>("Last");
        });
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.Status);
        Assert.Contains(nameof(NonDeterministicException), instance.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orchestrator_that_looks_at_the_real_clock_fails()
    {
        var instance = await Run(async context =>
        {
            await context.CreateTimer(DateTime.UtcNow.AddMilliseconds(20), CancellationToken.None);
            await context.CallActivityAsync<string>("Last");
        });
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.Status);
    }

    [Fact]
    public async Task An_orchestrator_that_awaits_something_of_its_own_fails()
    {
        var instance = await Run(_ => Task.Delay(TimeSpan.FromMinutes(1)));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.Status);
    }

    [Fact]
    public async Task Every_event_replays_from_the_beginning()
    {
        var begun = 0;
        var instance = await Run(async context =>
        {
            Interlocked.Increment(ref begun);
            for (var i = 0; i < 3; i++) await context.CallActivityAsync<string>("Step");
        });
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.Status);
        Assert.Equal(4, begun);
    }

    [Fact]
    public async Task Time_stands_still_within_a_run()
    {
        var instance = await Run(async context =>
        {
            var before = context.CurrentUtcDateTime;
            await context.CreateTimer(before.AddMilliseconds(30), CancellationToken.None);
            if (context.CurrentUtcDateTime < before.AddMilliseconds(30)) throw new InvalidOperationException("It rang too early.");
        });
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.Status);
    }

    static async Task<Instance> Run(Func<TaskOrchestrationContext, Task> orchestrator)
    {
        await using var hub = new TaskHub(TimeProvider.System, orchestrator, (_, _) => Task.FromResult("\"done\""));
        Assert.True(hub.Start("one", "Orchestrator", "null"));
        var until = DateTime.UtcNow.AddSeconds(20);
        while (!hub.Find("one")!.IsOver)
        {
            Assert.True(DateTime.UtcNow < until, "It never ended.");
            await Task.Delay(2);
        }
        return hub.Find("one")!;
    }
}
