using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Something came from outside. It is taken at once when it can be, and kept when it cannot.</summary>
internal static class Signalling
{
    const int Remembered = 8;
    const int MaxBuffered = 32;

    public static void Apply(Walk walk, Signal signal)
    {
        var e = walk.Enrollment;
        if (e.RecentSignals.Contains(signal.Id + signal.Kind)) return;
        walk.Enrollment = e with { RecentSignals = [.. e.RecentSignals.TakeLast(Remembered - 1), signal.Id + signal.Kind] };

        switch (signal.Kind)
        {
            case SignalKind.AppointmentEnded:
                walk.Finish(EnrollmentStatus.Exited, $"appointment.{signal.Detail}");
                return;
            case SignalKind.ContactGone:
                walk.Finish(EnrollmentStatus.Exited, "contact.deleted");
                return;
            case SignalKind.Replied when walk.Definition.Settings.StopOnReply && e.LastMessageAt is not null:
                walk.Finish(EnrollmentStatus.Exited, "replied");
                return;
        }
        if (walk.Paused || walk.Acting) Keep(walk, signal);
        else if (!Take(walk, signal)) Keep(walk, signal);
    }

    /// <summary>Looks for a kept signal that leads elsewhere, when an action has ended or a pause is over.</summary>
    public static bool Divert(Walk walk) =>
        TakeFirst(walk, s => s.Kind is SignalKind.AppointmentMoved) || TakeFirst(walk, s => s.Kind is SignalKind.GoalMet);

    /// <summary>Takes whatever was kept during a pause and is still awaited.</summary>
    public static void TakeKept(Walk walk)
    {
        if (!Divert(walk)) TakeFirst(walk, _ => true);
    }

    /// <summary>Takes note that facts changed since the question was put.</summary>
    public static bool TakeNews(Walk walk)
    {
        var left = walk.Enrollment.Buffered.RemoveAll(s => s.Kind is SignalKind.FactsChanged or SignalKind.InvoiceMoved);
        if (left.Length == walk.Enrollment.Buffered.Length) return false;
        walk.Enrollment = walk.Enrollment with { Buffered = left };
        return true;
    }

    static bool TakeFirst(Walk walk, Func<Signal, bool> wanted)
    {
        foreach (var signal in walk.Enrollment.Buffered.Where(wanted).ToList())
        {
            if (!Take(walk, signal)) continue;
            walk.Enrollment = walk.Enrollment with { Buffered = walk.Enrollment.Buffered.Remove(signal) };
            return true;
        }
        return false;
    }

    static bool Take(Walk walk, Signal signal)
    {
        var e = walk.Enrollment;
        switch (signal.Kind)
        {
            case SignalKind.GoalMet when Goals.Open(walk, signal.StepId) is { } goal:
                Goals.Jump(walk, goal);
                return true;
            case SignalKind.AppointmentMoved when e.AnchorStep is { } anchor:
                walk.Log(Happened.Restarted, "appointment.rescheduled");
                walk.Enrollment = walk.Enrollment with { AnchorStep = null, Buffered = [] };
                Entering.Enter(walk, anchor);
                return true;
            case SignalKind.FactsChanged when e.Pending is Pending.Timer { For: Waits.Condition, Since: var since }:
                Waiting.Ask(walk, since);
                return true;
            case SignalKind.InvoiceMoved when e.Pending is Pending.Timer { For: Waits.Invoice, Since: var since }:
                Waiting.Ask(walk, since);
                return true;
            case var _ when e.Pending is Pending.Timer { For: not (Waits.Start or Waits.Delay or Waits.Until or Waits.Drip) } && Waiting.Meets(walk.Step, signal):
                walk.Log(Happened.Resumed, signal.Detail);
                Entering.Enter(walk, walk.Step is Step.WaitInvoice { PaidStep: { } paid } ? paid : walk.Step!.Next);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Keeps what a later step may look for. News that only mattered now, and goals that are behind, are let go.</summary>
    static void Keep(Walk walk, Signal signal)
    {
        var worth = signal.Kind switch
        {
            SignalKind.FactsChanged or SignalKind.InvoiceMoved => walk.Paused || walk.Enrollment.Pending is Pending.Question,
            SignalKind.GoalMet => (walk.Paused || walk.Acting) && Goals.Open(walk, signal.StepId) is not null,
            SignalKind.AppointmentMoved => (walk.Paused || walk.Acting) && walk.Enrollment.AnchorStep is not null,
            _ => true,
        };
        if (worth) walk.Enrollment = walk.Enrollment with { Buffered = [.. walk.Enrollment.Buffered.TakeLast(MaxBuffered - 1), signal] };
    }
}
