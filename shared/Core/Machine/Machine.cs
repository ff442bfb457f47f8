using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>The product in one function: an enrollment and something that happened give the enrollment after it, what to
/// write in its history and what the host must do next. Pure: no clock, no I/O; both hosts and the simulator call it.</summary>
public static class WorkflowMachine
{
    /// <param name="definition">The version this enrollment is pinned to.</param>
    /// <param name="now">When the input is taken into account; never goes back for one enrollment.</param>
    public static Transition Advance(Definition definition, Enrollment enrollment, Input input, DateTimeOffset now)
    {
        var walk = new Walk(definition, enrollment, now);
        switch (input)
        {
            // A finished enrollment is over; only a failed one can be taken up again, by a person.
            case Input.Operated operated when enrollment.IsLive || enrollment.Status is EnrollmentStatus.Failed:
                Operating.Apply(walk, operated);
                break;
            case var _ when !enrollment.IsLive:
                break;
            case Input.Started:
                Entering.Begin(walk);
                break;
            case Input.ActionEnded(var effectId, var outcome) when enrollment.Pending is Pending.Action action && action.EffectId == effectId:
                Acting.End(walk, action, outcome);
                break;
            case Input.Decided(var effectId, var decision) when enrollment.Pending is Pending.Question question && question.EffectId == effectId:
                Deciding.Apply(walk, question, decision);
                break;
            case Input.TimerFired(var effectId) when enrollment.Pending is Pending.Timer timer && timer.EffectId == effectId:
                Waiting.Fire(walk, timer);
                break;
            case Input.Signalled(var signal):
                Signalling.Apply(walk, signal);
                break;
            // An answer to a question nobody asks any more: the contact has jumped, moved or been stopped meanwhile.
            case Input.ActionEnded or Input.Decided or Input.TimerFired:
                break;
            // Two definitions are needed for this one: see VersionMove.
            case Input.VersionMoved:
                break;
            default:
                throw new InvalidOperationException($"The machine does not know the input {input.GetType().Name}.");
        }
        Signalling.Settle(walk);
        return walk.End();
    }

    /// <summary>What the host must do for this enrollment as it stands; the same answer however often it is asked.</summary>
    public static Effect EffectOf(Enrollment enrollment) => enrollment switch
    {
        { IsLive: false } => Effect.Finish.Instance,
        { Status: EnrollmentStatus.Paused } => Effect.Rest.Instance,
        { Pending: Pending.Action a } => new Effect.RunAction(a.EffectId, enrollment.StepId!, a.Attempt, a.NotBefore),
        { Pending: Pending.Question q } => new Effect.Evaluate(q.EffectId, enrollment.StepId!),
        { Pending: Pending.Timer t } => new Effect.Wait(t.EffectId, t.Until),
        _ => Effect.Rest.Instance,
    };
}

/// <summary>What <see cref="WorkflowMachine.Advance"/> answers. <paramref name="Changed"/> false: the input meant nothing to it.</summary>
public sealed record Transition(Enrollment Enrollment, IReadOnlyList<LogEntry> Log, Effect Effect, bool Changed);
