using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Something came from outside. It is taken at once when it can be, and kept when it cannot.</summary>
internal static class Signalling
{
    const int Remembered = 8;
    const int MaxBuffered = 16;

    public static void Apply(Walk walk, Signal signal)
    {
        var e = walk.Enrollment;
        // One event may be several signals: of different kinds, or for different goals.
        var key = $"{signal.Id}/{signal.Kind}{(signal.Kind is SignalKind.GoalMet ? $"/{signal.StepId}" : "")}";
        if (e.RecentSignals.Contains(key)) return;
        walk.Enrollment = e with { RecentSignals = [.. e.RecentSignals.TakeLast(Remembered - 1), key] };

        switch (signal.Kind)
        {
            case SignalKind.AppointmentEnded:
                walk.Finish(EnrollmentStatus.Exited, $"appointment.{signal.Detail}");
                return;
            case SignalKind.ContactGone:
                walk.Finish(EnrollmentStatus.Exited, "contact.deleted");
                return;
            case SignalKind.Replied or SignalKind.Wrote when walk.Definition.Settings.StopOnReply && (e.LastMessageAt is not null || walk.Acting && e.SendingSince <= signal.At):
                walk.Finish(EnrollmentStatus.Exited, "replied");
                return;
        }
        if (walk.Paused || walk.Acting) Keep(walk, signal);
        else if (!Take(walk, signal)) Keep(walk, signal);
    }

    /// <summary>Looks for a kept signal that leads elsewhere, when an action has ended or a pause is over.</summary>
    public static bool Divert(Walk walk) =>
        TakeFirst(walk, s => s.Kind is SignalKind.AppointmentMoved) || TakeFirst(walk, s => s.Kind is SignalKind.GoalMet);

    /// <summary>When an input has been dealt with and nothing is under way: takes what was kept and is awaited now, and lets go
    /// of what only mattered where the contact was.</summary>
    public static void Settle(Walk walk)
    {
        while (Settled(walk) && (Divert(walk) || TakeFirst(walk, _ => true))) { }
        if (!Settled(walk)) return;
        var asking = walk.Enrollment.Pending is Pending.Question;
        var left = walk.Enrollment.Buffered.RemoveAll(s => s.Kind is SignalKind.GoalMet or SignalKind.AppointmentMoved or SignalKind.TaskDone or SignalKind.Released
            || !asking && s.Kind is (SignalKind.FactsChanged or SignalKind.InvoiceMoved));
        if (left.Length < walk.Enrollment.Buffered.Length) walk.Enrollment = walk.Enrollment with { Buffered = left };
    }

    static bool Settled(Walk walk) => !walk.Enrollment.Buffered.IsEmpty && walk.Enrollment.IsLive && !walk.Paused && !walk.Acting;

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
        var e = walk.Enrollment;
        foreach (var signal in e.Buffered.Where(wanted))
        {
            // Out of the buffer first, or the next wait on the way would find it there and count it again.
            walk.Enrollment = e with { Buffered = e.Buffered.Remove(signal) };
            if (Take(walk, signal)) return true;
        }
        walk.Enrollment = e;
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
                // Answers to the old reminders are old; a goal met or an invoice paid stays so.
                walk.Enrollment = walk.Enrollment with
                {
                    AnchorStep = null, FreshUntil = null,
                    Buffered = walk.Enrollment.Buffered.RemoveAll(s => s.Kind is not (SignalKind.GoalMet or SignalKind.InvoiceSettled)),
                };
                Entering.Enter(walk, anchor);
                return true;
            // Asked again at once: it finds the work done.
            case SignalKind.TaskDone or SignalKind.Released when IsHeldFor(walk, signal):
                Acting.Again(walk, (Pending.Action)e.Pending with { NotBefore = null });
                return true;
            case SignalKind.FactsChanged when e.Pending is Pending.Timer { For: Waits.Condition, Since: var since }:
                Waiting.Ask(walk, since);
                return true;
            case SignalKind.InvoiceMoved when e.Pending is Pending.Timer { For: Waits.Invoice, Since: var since }:
                Waiting.Ask(walk, since);
                return true;
            case var _ when e.Pending is Pending.Timer { For: not (Waits.Start or Waits.Delay or Waits.Until or Waits.Drip) } && Waiting.Meets(walk, walk.Step, signal):
                Waiting.Resume(walk, walk.Step!, signal);
                Entering.Enter(walk, Waiting.Met(walk.Step!));
                return true;
            default:
                return false;
        }
    }

    static bool IsHeldFor(Walk walk, Signal signal) => walk.Enrollment.Pending is Pending.Action held && held.EffectId == signal.Detail;

    /// <summary>Keeps what a later step may look for. News that only mattered now, and goals that are behind, are let go.</summary>
    static void Keep(Walk walk, Signal signal)
    {
        var worth = signal.Kind switch
        {
            SignalKind.FactsChanged or SignalKind.InvoiceMoved => walk.Paused || walk.Enrollment.Pending is Pending.Question,
            SignalKind.GoalMet => (walk.Paused || walk.Acting) && Goals.Open(walk, signal.StepId) is not null,
            SignalKind.TaskDone or SignalKind.Released => (walk.Paused || walk.Acting) && IsHeldFor(walk, signal),
            SignalKind.AppointmentMoved => (walk.Paused || walk.Acting) && walk.Enrollment.AnchorStep is not null,
            _ => walk.Definition.Steps.Values.Any(step => Waiting.Meets(walk, step, signal)),
        };
        if (!worth || signal.Kind is not SignalKind.Replied && walk.Enrollment.Buffered.Any(s => (s.Kind, s.Detail, s.StepId) == (signal.Kind, signal.Detail, signal.StepId))) return;
        var kept = walk.Enrollment.Buffered;
        // Replies are the only ones without number, so the oldest of them makes room.
        if (kept.Length == MaxBuffered) kept = kept.RemoveAt(Math.Max(0, kept.Select(s => s.Kind).ToList().IndexOf(SignalKind.Replied)));
        walk.Enrollment = walk.Enrollment with { Buffered = kept.Add(signal) };
    }
}
