using AesthetixWorkflows.Functions.Tests.Activities;
using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;

namespace AesthetixWorkflows.Functions.Tests.Orchestration;

/// <summary>The real Durable Task framework, in memory.</summary>
sealed class Rig : IRig
{
    public required DurableTaskTestHost Host { get; init; }
    public DurableTaskClient Client => Host.Client;
    public bool ClockRingsTimers => false;
    public bool IsIdle => true;

    public static async Task<IRig> Start(TimeProvider clock, Func<string, Turn, Task<Next>> activity) => new Rig
    {
        Host = await DurableTaskTestHost.StartAsync(tasks =>
        {
            tasks.AddOrchestratorFunc<Carry>(nameof(EnrollmentOrchestrator), (context, carry) => EnrollmentOrchestrator.Run(context, carry!));
            foreach (var name in ActivityFunctions.Names) tasks.AddActivityFunc<Turn, Next>(name, (_, turn) => activity(name, turn));
        }),
    };

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
