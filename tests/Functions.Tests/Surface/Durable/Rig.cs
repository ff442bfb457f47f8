using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Tests.Surface.Durable.Hub;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Tests.Orchestration;

/// <summary>The replaying hub.</summary>
sealed class Rig : IRig
{
    public required TaskHub Hub { get; init; }
    public DurableTaskClient Client => Hub.Client;
    public bool ClockRingsTimers => true;
    public bool IsIdle => Hub.IsIdle;

    public static Task<IRig> Start(TimeProvider clock, Func<string, Turn, Task<Next>> activity) => Task.FromResult<IRig>(new Rig
    {
        Hub = new TaskHub(clock, context => EnrollmentOrchestrator.Run(context, context.GetInput<Carry>()!),
            async (name, input) => Wire.Write(await activity(name, Wire.Read<Turn>(input)!))),
    });

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
