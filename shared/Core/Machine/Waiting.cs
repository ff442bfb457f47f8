using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Arriving at a wait, sleeping, and what happens when its time has come.</summary>
internal static class Waiting
{
    /// <summary>Arrives at a step that waits or asks. False: what it waits for is here already, go on with <paramref name="next"/>.</summary>
    public static bool Arrive(Walk walk, Step step, ref string? next)
    {
        if (step is Step.WaitReply or Step.WaitLink or Step.WaitEmail or Step.WaitInvoice && TakeBuffered(walk, step) is { } early)
        {
            walk.Log(Happened.Resumed, early.Detail);
            next = step is Step.WaitInvoice { PaidStep: { } paid } ? paid : step.Next;
            return false;
        }
        switch (step)
        {
            case Step.WaitReply reply:
                Sleep(walk, Waits.Reply, walk.Now, Limit(walk, walk.Now, reply.Timeout));
                break;
            case Step.WaitLink link:
                Sleep(walk, Waits.Link, walk.Now, Limit(walk, walk.Now, link.Timeout));
                break;
            case Step.WaitEmail email:
                Sleep(walk, Waits.Email, walk.Now, Limit(walk, walk.Now, email.Timeout));
                break;
            default:
                Ask(walk, walk.Now);
                break;
        }
        return true;
    }

    /// <summary>Puts this step's question to the host.</summary>
    public static void Ask(Walk walk, DateTimeOffset since) =>
        walk.Await(new Pending.Question(walk.EffectId(walk.Enrollment.StepId!), since));

    public static void Sleep(Walk walk, string waitsFor, DateTimeOffset since, DateTimeOffset? until)
    {
        walk.Log(Happened.Waiting, waitsFor, until);
        walk.Enrollment = walk.Enrollment with { FreshUntil = null };
        walk.Await(new Pending.Timer(walk.EffectId(walk.Enrollment.StepId!), waitsFor, since, until));
    }

    public static DateTimeOffset? Limit(Walk walk, DateTimeOffset since, Timeout? timeout) =>
        timeout is null ? null : Durations.Add(since, timeout.After, walk.Enrollment.Zone);

    public static void Fire(Walk walk, Pending.Timer timer)
    {
        // A timer of an older plan, or one that rings while somebody has paused the enrollment.
        if (walk.Paused || timer.Until is not { } until || until > walk.Now) return;
        if (timer.For is Waits.Start)
        {
            walk.Log(Happened.Resumed, Waits.Start);
            Entering.Enter(walk, walk.Enrollment.StartStep ?? walk.Definition.Start);
            return;
        }
        if (TimeoutOf(walk.Step) is { } timeout && timer.For is not (Waits.Delay or Waits.Until or Waits.Drip or Waits.Invoice))
        {
            walk.Log(Happened.TimedOut);
            Entering.Enter(walk, timeout.Next);
            return;
        }
        walk.Log(Happened.Resumed);
        KeepFresh(walk, until);
        Entering.Enter(walk, walk.Step?.Next);
    }

    /// <summary>"2 hours before" leaves half an hour for the text to go, "a day before" six hours: a quarter of the offset.</summary>
    public static void KeepFresh(Walk walk, DateTimeOffset until)
    {
        if (walk.Step is Step.WaitUntil { FollowsAppointment: true, Offset: { } offset } && Durations.Add(until, offset, "UTC") is var before && before < until)
            walk.Enrollment = walk.Enrollment with { FreshUntil = until + (until - before) / 4 };
    }

    public static Timeout? TimeoutOf(Step? step) => step switch
    {
        Step.WaitReply wait => wait.Timeout,
        Step.WaitCondition wait => wait.Timeout,
        Step.WaitLink wait => wait.Timeout,
        Step.WaitEmail wait => wait.Timeout,
        Step.Goal goal => goal.Timeout,
        _ => null,
    };

    /// <summary>Whether this signal is what the step waits for.</summary>
    public static bool Meets(Step? step, Signal signal) => (step, signal.Kind) switch
    {
        (Step.WaitReply wait, SignalKind.Replied) => wait.Channel is null || wait.Channel == signal.Detail,
        (Step.WaitLink wait, SignalKind.Clicked) => wait.LinkId is null || wait.LinkId == signal.Detail,
        (Step.WaitEmail wait, SignalKind.EmailEvent) =>
            (wait.StepId is null || wait.StepId == signal.StepId) && signal.Detail is not null && wait.Events.Contains(signal.Detail),
        (Step.WaitInvoice, SignalKind.InvoiceSettled) => true,
        _ => false,
    };

    /// <summary>A reply counts from the moment the last message was begun, so one that comes a moment before the wait is found.</summary>
    static Signal? TakeBuffered(Walk walk, Step step)
    {
        foreach (var signal in walk.Enrollment.Buffered)
        {
            if (!Meets(step, signal)) continue;
            walk.Enrollment = walk.Enrollment with { Buffered = walk.Enrollment.Buffered.Remove(signal) };
            return signal;
        }
        return null;
    }
}
