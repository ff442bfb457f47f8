using AesthetixWorkflows.Functions.Orchestration;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Tests.Orchestration;

/// <summary>Something that runs <see cref="EnrollmentOrchestrator"/>: the replaying hub of the surface, or the real framework
/// in memory.</summary>
public interface IRig : IAsyncDisposable
{
    DurableTaskClient Client { get; }
    /// <summary>Moving the clock makes timers ring. The real framework looks at the real clock: there an orchestration that
    /// waits for a far moment is woken by a nudge instead.</summary>
    bool ClockRingsTimers { get; }
    /// <summary>Whether nothing runs, as far as that can be seen from outside; true where it can't.</summary>
    bool IsIdle { get; }
}

/// <summary>Makes the rig that this build is for.</summary>
static class Rigs
{
    /// <param name="activity">Does what an activity function does.</param>
    public static Task<IRig> Start(TimeProvider clock, Func<string, Turn, Task<Next>> activity) => Rig.Start(clock, activity);
}
