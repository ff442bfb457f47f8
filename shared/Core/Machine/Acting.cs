using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>An activity has answered: go on, try again later, hold, or give up as the step says.</summary>
internal static class Acting
{
    public static void End(Walk walk, Pending.Action action, Outcome outcome)
    {
        // Not asked again yet, so this is the last answer once more.
        if (outcome is Outcome.Held or Outcome.Failed && action.NotBefore > walk.Now) return;
        if (outcome is Outcome.Done or Outcome.Unknown) walk.MessageWent();
        switch (outcome)
        {
            case Outcome.Done done:
                walk.Log(Happened.Done, done.Ref);
                if (done.Anchor is { } anchor) walk.Enrollment = walk.Enrollment with { AnchorAt = anchor };
                Leave(walk, walk.Step?.Next);
                break;
            case Outcome.Skipped(var code):
                walk.Log(Happened.Skipped, code);
                walk.Enrollment = walk.Enrollment with { SendingSince = null };
                Leave(walk, walk.Step?.Next);
                break;
            case Outcome.Unknown(var code, var reference):
                walk.Log(Happened.Unknown, reference is null ? code : $"{code}:{reference}");
                Leave(walk, walk.Step?.Next);
                break;
            case Outcome.Held(var code, var until, var open):
                var later = until > walk.Now ? until : walk.Now.AddSeconds(1);
                walk.Log(Happened.Held, code, later);
                Again(walk, action with { NotBefore = later, Since = FirstDue(walk, action), Held = code, Open = open });
                break;
            case Outcome.Failed(var code, true, var after) when action.Attempt < MaxAttempts(walk.Step):
                var retryAt = walk.Now + Retries.Delay(action.Attempt, action.EffectId);
                if (after > retryAt) retryAt = after.Value;
                walk.Log(Happened.Retrying, code, retryAt);
                Again(walk, action with { Attempt = action.Attempt + 1, NotBefore = retryAt, Since = FirstDue(walk, action), Held = null, Open = false });
                break;
            case Outcome.Failed(var code, _, _):
                GiveUp(walk, code);
                break;
            default:
                throw new InvalidOperationException($"No rule for {outcome.GetType().Name}.");
        }
    }

    /// <summary>Leaves the step, unless something came while the action ran that leads elsewhere.</summary>
    public static void Leave(Walk walk, string? next)
    {
        if (walk.Paused || !Signalling.Divert(walk)) Entering.Enter(walk, next);
    }

    /// <summary>Hands the action out (again). When it is a message, answers to it count from then.</summary>
    public static void Again(Walk walk, Pending.Action action)
    {
        if (walk.Step is Step.Act { Purpose: not null }) walk.Enrollment = walk.Enrollment with { SendingSince = action.NotBefore ?? walk.Now };
        walk.Await(action);
    }

    static DateTimeOffset FirstDue(Walk walk, Pending.Action action) => action.Since ?? walk.Enrollment.SendingSince ?? walk.Now;

    static void GiveUp(Walk walk, string code)
    {
        walk.Log(Happened.Failed, code);
        walk.Enrollment = walk.Enrollment with { SendingSince = null };
        var rule = (walk.Step as Step.Act)?.OnError;
        switch (rule?.Then)
        {
            case OnErrorThen.Stop:
                walk.Finish(EnrollmentStatus.Failed, code);
                break;
            case OnErrorThen.Branch:
                Leave(walk, rule.Next);
                break;
            default:
                Leave(walk, walk.Step?.Next);
                break;
        }
    }

    static int MaxAttempts(Step? step) => step is Step.Act { OnError.MaxAttempts: var max } ? max : 1;
}
