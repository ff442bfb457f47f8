using System.Collections.Immutable;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Steps into a step, and through every step that needs nothing from outside, until one does.</summary>
internal static class Entering
{
    /// <summary>Far above any real chain of actions, far below what a runaway loop would do to a phone bill.</summary>
    const int MaxHops = 1000;

    public static void Begin(Walk walk)
    {
        var e = walk.Enrollment;
        if (e.Pending is not Pending.Nothing || e.StepId is not null) return; // started twice
        walk.Log(Happened.Enrolled, e.TriggerId);
        if (e.StartAt is { } at && at > walk.Now)
        {
            walk.Log(Happened.Waiting, Waits.Start, at);
            walk.Await(new Pending.Timer($"{e.Id}/start", Waits.Start, walk.Now, at));
            return;
        }
        Enter(walk, e.StartStep ?? walk.Definition.Start);
    }

    public static void Enter(Walk walk, string? stepId)
    {
        walk.MessageLeft();
        walk.Depart();
        if (walk.Paused)
        {
            // Rests on the threshold: entered when someone resumes it.
            walk.Enrollment = walk.Enrollment with { StepId = stepId, Pending = Pending.Nothing.Instance };
            if (stepId is null) walk.Finish(EnrollmentStatus.Completed, "finished");
            return;
        }
        Signalling.TakeNews(walk); // the next question is asked afresh
        for (var next = stepId; ;)
        {
            if (next is null)
            {
                walk.Finish(EnrollmentStatus.Completed, "finished");
                return;
            }
            var hops = walk.Enrollment.Hops + 1;
            walk.Enrollment = walk.Enrollment with { Hops = hops };
            walk.Arrive(next);
            if (walk.Definition.Find(next) is not { } step)
            {
                walk.Finish(EnrollmentStatus.Failed, "step.missing");
                return;
            }
            if (hops > MaxHops)
            {
                walk.Finish(EnrollmentStatus.Failed, "loop.runaway");
                return;
            }
            if (!step.Enabled)
            {
                walk.Log(Happened.Skipped, "disabled");
                next = PassBy(step);
                continue;
            }
            if (Through(walk, step, out next)) continue;
            return;
        }
    }

    /// <summary>The way on when a step is left out: its next, or the branch that is always there.</summary>
    public static string? PassBy(Step step) => step is Step.If branching ? branching.None.Next : step.Next;

    /// <summary>True: passed through at once, go on with <paramref name="next"/>. False: something is awaited or all is over.</summary>
    static bool Through(Walk walk, Step step, out string? next)
    {
        next = step.Next;
        switch (step)
        {
            case Step.Act:
                // What became of this step's message on an earlier visit is no news of the one to come.
                walk.Enrollment = walk.Enrollment with { Buffered = walk.Enrollment.Buffered.RemoveAll(s => s.StepId == step.Id && s.Kind is SignalKind.EmailEvent or SignalKind.Clicked) };
                Acting.Again(walk, new Pending.Action(walk.EffectId(step.Id), 1, null));
                return false;
            case Step.If or Step.Split or Step.Drip or Step.WaitCondition or Step.WaitInvoice:
                return !Waiting.Arrive(walk, step, ref next);
            case Step.WaitUntil until:
                if (until.FollowsAppointment && walk.Enrollment.AnchorStep is null)
                    walk.Enrollment = walk.Enrollment with { AnchorStep = step.Id };
                return !Waiting.Arrive(walk, step, ref next);
            case Step.GoTo jump when walk.VisitsOf(step.Id) > jump.Max:
                walk.Finish(EnrollmentStatus.Completed, "loop.cap");
                return false;
            case Step.GoTo jump:
                walk.Log(Happened.Jumped, jump.Target);
                walk.Ended();
                next = jump.Target;
                return true;
            case Step.Goal goal:
                return Goals.Arrive(walk, goal);
            case Step.End:
                walk.Finish(EnrollmentStatus.Completed, "ended");
                return false;
            case Step.WaitDelay delay:
                var until2 = Delays.Resume(walk.Now, delay.Plan, walk.Enrollment.Zone, walk.Definition.Settings.Holidays);
                if (until2 <= walk.Now)
                {
                    walk.Log(Happened.Resumed);
                    return true;
                }
                Waiting.Sleep(walk, Waits.Delay, walk.Now, until2);
                return false;
            default:
                return !Waiting.Arrive(walk, step, ref next);
        }
    }
}
