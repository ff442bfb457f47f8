using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Runner;

/// <summary>Takes one enrollment as far as it goes now: inputs that came in, then effect after effect, each committed before
/// the next begins, until it waits, rests or is over.</summary>
sealed class EnrollmentTurn(
    IStore store, IBacklog backlog, WorkflowBook workflows, ActivityPath activities, Evaluator evaluator, Alarm alarm, TimeProvider clock)
{
    /// <param name="news">Whether something came for it since the last look; asking forgets it.</param>
    public async Task Take(EnrollmentRef reference, Func<bool> news, CancellationToken stop)
    {
        while (await store.FindEnrollment(reference.Practice, reference.Id, stop) is { } stored)
        {
            var (enrollment, revision) = (stored.Enrollment, stored.Revision);
            if (!await TakeInbox(reference, enrollment, revision, stop) && !await Carry(enrollment, revision, news, stop)) return;
            // An input was taken or somebody else wrote first: read it again.
        }
    }

    /// <returns>True: inputs were taken (or lost a race), look again. False: there were none.</returns>
    async Task<bool> TakeInbox(EnrollmentRef reference, Enrollment enrollment, long revision, CancellationToken stop)
    {
        var inbox = await backlog.Inbox(reference.Practice, reference.Id, stop);
        if (inbox.Count == 0) return false;
        var changes = new ChangeSet(enrollment.Practice);
        var log = new List<LogEntry>();
        var before = enrollment;
        foreach (var row in inbox)
        {
            var transition = await Advance(enrollment, row.Input, stop);
            enrollment = transition.Enrollment;
            log.AddRange(transition.Log);
            changes.Add(new Change.Taken(enrollment.Id, row.InputId));
        }
        if (!ReferenceEquals(before, enrollment)) changes.Add(new Change.Save(enrollment, revision));
        if (log.Count > 0) changes.Add(new Change.Log(enrollment.Id, log));
        await store.Commit(changes, stop);
        return true;
    }

    /// <returns>True: a write lost a race, or an input came; look again. False: nothing more to do now.</returns>
    async Task<bool> Carry(Enrollment enrollment, long revision, Func<bool> news, CancellationToken stop)
    {
        var unwritten = new Unwritten(enrollment);
        while (!stop.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var effect = WorkflowMachine.EffectOf(enrollment);
            if (Later(effect, now) is { } due)
            {
                alarm.At(new(enrollment.Practice, enrollment.Id), due);
                return false;
            }
            if (effect is Effect.Finish or Effect.Wait { Until: null }) return false;
            if (effect is Effect.Rest && !await MayWake(enrollment, stop)) return false;

            var (transition, changes) =
                effect is Effect.Rest ? (await Advance(enrollment, new Input.Operated(Operation.Resume, "workflow"), stop), null)
                : await Stopped(enrollment, stop) is { } reason ? (await Advance(enrollment, new Input.Operated(Operation.Pause, "workflow", Reason: reason), stop), null)
                : await Do(enrollment, effect, now, stop);
            if (!transition.Changed) return false;

            unwritten.Add(transition, changes);
            enrollment = transition.Enrollment;
            // A timer that rang and a question that was answered are written together with what they lead to, if that stays in
            // the store: a crash in between only means that they ring and are answered again.
            if (effect is Effect.Wait or Effect.Evaluate && await GoesOnInside(enrollment, stop)) continue;
            if (!(await store.Commit(unwritten.Take(revision), stop)).Ok) return true;
            revision++;
            if (news()) return true;
        }
        return false;
    }

    async ValueTask<bool> GoesOnInside(Enrollment enrollment, CancellationToken stop) => WorkflowMachine.EffectOf(enrollment) switch
    {
        Effect.Evaluate => true,
        Effect.RunAction { NotBefore: null } run => activities.StaysInside(await Definition(enrollment, enrollment.Version, stop), run.StepId),
        _ => false,
    };

    async Task<(Transition, ChangeSet?)> Do(Enrollment enrollment, Effect effect, DateTimeOffset now, CancellationToken stop)
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

    async Task<Transition> Advance(Enrollment enrollment, Input input, CancellationToken stop)
    {
        var definition = await Definition(enrollment, enrollment.Version, stop);
        return input is Input.VersionMoved moved
            ? VersionMove.Apply(definition, await Definition(enrollment, moved.Version, stop), enrollment, moved.Version, clock.GetUtcNow())
            : WorkflowMachine.Advance(definition, enrollment, input, clock.GetUtcNow());
    }

    async ValueTask<Definition> Definition(Enrollment e, int version, CancellationToken stop) =>
        await workflows.Version(e.Practice, e.WorkflowId, version, stop)
        ?? throw new InvalidOperationException($"The version {e.WorkflowId}.{version} is gone; versions are kept for ever.");

    /// <summary>While its workflow is a draft or paused, an enrollment rests at the next thing it would do.</summary>
    async ValueTask<string?> Stopped(Enrollment e, CancellationToken stop) =>
        await workflows.Workflow(e.Practice, e.WorkflowId, stop) is not { Body: { } workflow } ? "workflow.deleted" : workflow switch
        {
            { DeletedAt: not null } => "workflow.deleted",
            { Status: WorkflowStatus.Draft } => "workflow.unpublished",
            { Status: WorkflowStatus.Paused } => "workflow.paused",
            _ => null,
        };

    /// <summary>Laid to rest for its workflow's sake the very moment the workflow was published again, and so missed by that wake-up call.</summary>
    async ValueTask<bool> MayWake(Enrollment e, CancellationToken stop) =>
        e.Reason is "workflow.unpublished" or "workflow.paused" or "workflow.deleted" && await Stopped(e, stop) is null;

    static DateTimeOffset? Later(Effect effect, DateTimeOffset now) => effect switch
    {
        Effect.RunAction { NotBefore: { } at } when at > now => at,
        Effect.Wait { Until: { } until } when until > now => until,
        _ => null,
    };
}
