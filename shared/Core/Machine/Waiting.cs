using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Replies;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Arriving at a wait, sleeping, and what happens when its time has come.</summary>
internal static class Waiting
{
    /// <summary>Arrives at a step that waits or asks. False: what it waits for is here already, go on with <paramref name="next"/>.</summary>
    public static bool Arrive(Walk walk, Step step, ref string? next)
    {
        if (TakeBuffered(walk, step) is { } early)
        {
            Resume(walk, step, early);
            next = Met(step);
            return false;
        }
        Begin(walk, step, walk.Now);
        return true;
    }

    /// <summary>Waits at this step as one who has done so since <paramref name="since"/>.</summary>
    public static void Begin(Walk walk, Step step, DateTimeOffset since)
    {
        if (step is Step.WaitReply && walk.Enrollment.Reply is not null) walk.Enrollment = walk.Enrollment with { Reply = null };
        if (SignalOf(step) is { } signal) Sleep(walk, signal, since, Limit(walk, since, TimeoutOf(step)));
        else Ask(walk, since);
    }

    /// <summary>What kind of signal ends the wait at this step; null: it asks a question instead.</summary>
    public static string? SignalOf(Step? step) => step switch
    {
        Step.WaitReply => Waits.Reply,
        Step.WaitLink => Waits.Link,
        Step.WaitEmail => Waits.Email,
        Step.Goal => Waits.Goal,
        _ => null,
    };

    /// <summary>What the step waited for has come.</summary>
    public static void Resume(Walk walk, Step step, Signal signal)
    {
        walk.Log(Happened.Resumed, signal.Reply is { Intent: var intent } ? $"answer:{intent}" : signal.Detail);
        if (step is Step.WaitReply) walk.Enrollment = walk.Enrollment with { Reply = signal.Reply ?? new Reply(signal.Id, signal.Detail, ReplyIntents.Other, null, signal.At) };
    }

    /// <summary>The way on when what the step waited for has come.</summary>
    public static string? Met(Step step) => step is Step.WaitInvoice invoice ? invoice.PaidStep : step.Next;

    /// <summary>Puts this step's question to the host.</summary>
    public static void Ask(Walk walk, DateTimeOffset since, bool quiet = false) =>
        walk.Await(new Pending.Question(walk.EffectId(walk.Enrollment.StepId!), since, quiet));

    public static void Sleep(Walk walk, string waitsFor, DateTimeOffset since, DateTimeOffset? until, bool quiet = false)
    {
        if (!quiet) walk.Log(Happened.Waiting, waitsFor, until);
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
        // It rang before the wait's own end: the clock may have made the condition true.
        if (walk.Step is Step.WaitCondition condition && !(Limit(walk, timer.Since, condition.Timeout) <= walk.Now))
        {
            Ask(walk, timer.Since, quiet: true);
            return;
        }
        if (TimeoutOf(walk.Step) is { } timeout && timer.For is not (Waits.Delay or Waits.Until or Waits.Drip or Waits.Invoice))
        {
            walk.Log(Happened.TimedOut);
            Entering.Enter(walk, timeout.Next);
            return;
        }
        // A holiday that was entered after the wait began.
        if (walk.Step is Step.WaitDelay { Plan.Window: { } window } && walk.Definition.Settings.Holidays is { Length: > 0 } holidays
            && Delays.Open(walk.Now, window, walk.Enrollment.Zone, holidays) is var open && open > walk.Now && IsHoliday(walk, holidays))
        {
            Sleep(walk, timer.For, timer.Since, open);
            return;
        }
        walk.Log(Happened.Resumed);
        KeepFresh(walk, until);
        Entering.Enter(walk, walk.Step?.Next);
    }

    static bool IsHoliday(Walk walk, IReadOnlyList<PauseRange> holidays) => PauseDates.Resume(walk.Now, holidays, walk.Enrollment.Zone) > walk.Now;

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
    public static bool Meets(Walk walk, Step? step, Signal signal) => (step, signal.Kind) switch
    {
        // What was said before the last message does not answer it, however late it is delivered.
        (Step.WaitReply wait, SignalKind.Replied) => (wait.Channel is null || wait.Channel == signal.Detail) && !(signal.At < walk.Enrollment.LastMessageAt)
            && (wait.Answers.IsDefaultOrEmpty || wait.Answers.Contains(signal.Reply?.Intent ?? ReplyIntents.Other)),
        (Step.WaitLink wait, SignalKind.Clicked) => wait.LinkId is null || wait.LinkId == signal.Detail,
        (Step.WaitEmail wait, SignalKind.EmailEvent) =>
            (wait.StepId is null || wait.StepId == signal.StepId) && signal.Detail is not null && wait.Events.Contains(signal.Detail),
        (Step.WaitInvoice, SignalKind.InvoiceSettled) => true,
        _ => false,
    };

    /// <summary>A reply counts from the moment the last message was begun, so one that comes a moment before the wait is found.</summary>
    public static Signal? TakeBuffered(Walk walk, Step step)
    {
        foreach (var signal in walk.Enrollment.Buffered)
        {
            if (!Meets(walk, step, signal)) continue;
            walk.Enrollment = walk.Enrollment with { Buffered = walk.Enrollment.Buffered.Remove(signal) };
            return signal;
        }
        return null;
    }
}
