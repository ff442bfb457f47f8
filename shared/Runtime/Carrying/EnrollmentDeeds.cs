using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;

namespace AesthetixWorkflows.Runtime.Carrying;

/// <summary>What can be done with one enrollment: one effect, one input, or nothing because its workflow is stopped.</summary>
public sealed class EnrollmentDeeds(WorkflowBook workflows, PracticeBook practices, ActivityPath activities, Evaluator evaluator, TimeProvider clock)
{
    public async Task<(Transition, ChangeSet?)> Do(Enrollment enrollment, Effect effect, DateTimeOffset now, CancellationToken stop)
    {
        var definition = await Definition(enrollment, enrollment.Version, stop);
        switch (effect)
        {
            case Effect.RunAction run:
                var acted = await activities.Run(definition, enrollment, run, now, stop);
                return (WorkflowMachine.Advance(definition, enrollment, new Input.ActionEnded(run.EffectId, acted.Outcome), clock.GetUtcNow()), acted.Changes);
            case Effect.Evaluate ask:
                var (decision, changes) = await evaluator.Decide(definition, enrollment, ask, now, stop);
                return (WorkflowMachine.Advance(definition, enrollment, new Input.Decided(ask.EffectId, decision), now), changes);
            case Effect.Wait wait:
                return (WorkflowMachine.Advance(definition, enrollment, new Input.TimerFired(wait.EffectId), now), null);
            default:
                throw new InvalidOperationException($"Nothing to do for {effect.GetType().Name}.");
        }
    }

    public async Task<Transition> Advance(Enrollment enrollment, Input input, CancellationToken stop)
    {
        var definition = await Definition(enrollment, enrollment.Version, stop);
        return input is Input.VersionMoved moved
            ? VersionMove.Apply(definition, await Definition(enrollment, moved.Version, stop), enrollment, moved.Version, clock.GetUtcNow())
            : WorkflowMachine.Advance(definition, enrollment, input, clock.GetUtcNow());
    }

    /// <summary>Whether doing this leaves the store as the only witness, so that it may be written together with what led to it.</summary>
    public async ValueTask<bool> StaysInside(Enrollment enrollment, Effect effect, CancellationToken stop) => effect switch
    {
        Effect.Evaluate => true,
        Effect.RunAction { NotBefore: null } run => activities.StaysInside(await Definition(enrollment, enrollment.Version, stop), run.StepId),
        _ => false,
    };

    public async ValueTask<Definition> Definition(Enrollment e, int version, CancellationToken stop) =>
        PracticeHolidays.Into(await workflows.Version(e.Practice, e.WorkflowId, version, stop), await practices.Of(e.Practice, stop))
        ?? throw new InvalidOperationException($"The version {e.WorkflowId}.{version} is gone; versions are kept for ever.");

    /// <summary>While its workflow is a draft or paused, an enrollment rests at the next thing it would do. Null: it need not.</summary>
    public async ValueTask<string?> Stopped(Enrollment e, CancellationToken stop) =>
        // Where several hosts share a store, the book may be some seconds old: nobody is laid to rest on its word alone, since
        // the call that wakes those who rest may have passed already.
        WhyStopped(await workflows.Workflow(e.Practice, e.WorkflowId, stop)) is null ? null : WhyStopped(await workflows.WorkflowNow(e.Practice, e.WorkflowId, stop));

    /// <summary>Laid to rest for its workflow's sake the very moment the workflow was published again, and so missed by that wake-up call.</summary>
    public async ValueTask<bool> MayWake(Enrollment e, CancellationToken stop) =>
        e.Reason is "workflow.unpublished" or "workflow.paused" or "workflow.deleted" && await Stopped(e, stop) is null;

    /// <summary>When the effect's time is still to come, that time.</summary>
    public static DateTimeOffset? DueLater(Effect effect, DateTimeOffset now) => effect switch
    {
        Effect.RunAction { NotBefore: { } at } when at > now => at,
        Effect.Wait { Until: { } until } when until > now => until,
        _ => null,
    };

    static string? WhyStopped(Stored<Workflow>? workflow) => workflow?.Body switch
    {
        null or { DeletedAt: not null } => "workflow.deleted",
        { Status: WorkflowStatus.Draft } => "workflow.unpublished",
        { Status: WorkflowStatus.Paused } => "workflow.paused",
        _ => null,
    };
}
