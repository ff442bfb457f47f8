using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>What an operator may do to one enrollment.</summary>
internal static class Operating
{
    public static void Apply(Walk walk, Input.Operated input)
    {
        var e = walk.Enrollment;
        if (input is { Operation: Operation.Skip or Operation.RunNow, At: { } meant } && meant != (e.StepId ?? Input.Operated.Start)) return;
        switch (input.Operation)
        {
            case Operation.Stop:
                // A failed one is laid aside by it: nobody needs to look at it any more.
                if (!e.IsLive && e.Status is not EnrollmentStatus.Failed) return;
                Note(walk, input);
                walk.Finish(EnrollmentStatus.Exited, input.Reason ?? "stopped.operator");
                break;
            case Operation.Pause:
                if (!e.IsLive || walk.Paused) return;
                walk.Log(Happened.Paused, input.Reason ?? input.By);
                walk.Enrollment = walk.Enrollment with { Status = EnrollmentStatus.Paused, Reason = input.Reason ?? "paused.operator" };
                break;
            case Operation.Resume:
                if (walk.Paused) Resume(walk, input);
                break;
            case Operation.Retry:
                Retry(walk, input);
                break;
            case Operation.RunNow:
                if (e.IsLive) RunNow(walk, input);
                break;
            case Operation.Skip:
                Note(walk, input);
                Revive(walk);
                Entering.Enter(walk, e.StepId is null ? e.StartStep ?? walk.Definition.Start
                    : walk.Step is { } step ? Entering.PassBy(step) : null);
                break;
            case Operation.Move:
                if (walk.Definition.Find(input.StepId) is null) return;
                Note(walk, input);
                Revive(walk);
                walk.Enrollment = walk.Enrollment with { FreshUntil = null };
                Entering.Enter(walk, input.StepId);
                break;
            default:
                throw new InvalidOperationException($"No rule for {input.Operation}.");
        }
    }

    static void Note(Walk walk, Input.Operated input) =>
        walk.Log(Happened.Operated, $"{char.ToLowerInvariant(input.Operation.ToString()[0])}{input.Operation.ToString()[1..]}:{input.By}");

    /// <summary>A failed or paused enrollment moves again.</summary>
    static void Revive(Walk walk) =>
        walk.Enrollment = walk.Enrollment with { Status = EnrollmentStatus.Active, Reason = null, FinishedAt = null, Hops = 0 };

    static void Resume(Walk walk, Input.Operated input)
    {
        Note(walk, input);
        Revive(walk);
        if (walk.Enrollment.Pending is not Pending.Nothing) walk.Await(walk.Enrollment.Pending);
        else if (walk.Enrollment.StepId is null) Entering.Begin(walk);
        else if (!Signalling.Divert(walk)) Entering.Enter(walk, walk.Enrollment.StepId);
    }

    /// <summary>The failed step again, under the same effect id: what a provider has accepted once it does not get twice.</summary>
    static void Retry(Walk walk, Input.Operated input)
    {
        var e = walk.Enrollment;
        if (e.Status is not EnrollmentStatus.Failed && e.Pending is not Pending.Action { NotBefore: not null }) return;
        Note(walk, input);
        Revive(walk);
        if (walk.Step is Step.Act step) Acting.Again(walk, new Pending.Action(walk.EffectId(step.Id), 1, null));
        else Entering.Enter(walk, e.StepId ?? walk.Definition.Start);
    }

    static void RunNow(Walk walk, Input.Operated input)
    {
        switch (walk.Enrollment.Pending)
        {
            case Pending.Timer { For: Waits.Start }:
                Note(walk, input);
                Revive(walk);
                Entering.Enter(walk, walk.Enrollment.StartStep ?? walk.Definition.Start);
                break;
            case Pending.Timer:
                Note(walk, input);
                Revive(walk);
                Entering.Enter(walk, walk.Step?.Next);
                break;
            case Pending.Action { NotBefore: not null } action:
                Note(walk, input);
                Revive(walk);
                Acting.Again(walk, action with { NotBefore = null });
                break;
        }
    }
}
