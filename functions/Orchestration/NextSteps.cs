using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Carrying;

namespace AesthetixWorkflows.Functions.Orchestration;

/// <summary>Reads from an enrollment what its orchestration has to do next.</summary>
public sealed class NextSteps(EnrollmentDeeds deeds, TimeProvider clock)
{
    public async ValueTask<Next> After(Enrollment e, CancellationToken ct)
    {
        var definition = await deeds.Definition(e, e.Version, ct);
        var effect = WorkflowMachine.EffectOf(e);
        return effect switch
        {
            Effect.RunAction run when EnrollmentDeeds.DueLater(run, clock.GetUtcNow()) is { } later => Then(e, ActivityNames.Of(definition, run), later, "later"),
            Effect.RunAction run => Then(e, ActivityNames.Of(definition, run), null, null),
            Effect.Evaluate => Then(e, ActivityNames.Evaluate, null, null),
            Effect.Wait { Until: { } until } wait => Then(e, AfterTimer(definition, e, wait.EffectId, until), until, For(e)),
            Effect.Wait => Then(e, null, null, For(e)),
            Effect.Rest => Then(e, null, null, "rest"),
            Effect.Finish => Then(e, null, null, null) with { Over = true },
            _ => throw new InvalidOperationException($"Nothing known about {effect.GetType().Name}."),
        };
    }

    /// <summary>The action that a timer leads to takes the timer along, so that a wait costs no call of its own.</summary>
    static string AfterTimer(Definition definition, Enrollment e, string effectId, DateTimeOffset until) =>
        ActivityNames.Of(definition, WorkflowMachine.Advance(definition, e, new Input.TimerFired(effectId), until).Effect);

    static string? For(Enrollment e) => (e.Pending as Pending.Timer)?.For;

    static Next Then(Enrollment e, string? activity, DateTimeOffset? at, string? waitingFor) =>
        new(activity, at, false, e.WorkflowId, e.Version, e.StepId, waitingFor);
}
