using System.Globalization;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AesthetixWorkflows.Core.Machine.Outcome;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>One random thing that happens: numbers, so that a failing run shrinks to a short one; what they mean depends on
/// where the enrollment stands.</summary>
sealed record Nudge(int What, int Which, int Pick, int Minutes)
{
    public static readonly Gen<Nudge> Any =
        from what in Gen.Choose(0, 20)
        from which in Gen.Choose(0, 11)
        from pick in Gen.Choose(0, 19)
        from minutes in Gen.Elements(0, 0, 0, 1, 30, 600, 3000)
        select new Nudge(what, which, pick, minutes);

    /// <summary>Half of the time what the machine is waiting for; else news, an operator, an answer nobody asked for.</summary>
    public Input For(Definition definition, Enrollment e, DateTimeOffset now) => What switch
    {
        < 10 => Answer(e, now),
        < 15 => new Input.Signalled(Signal(definition, now)),
        15 => new Input.TimerFired(EffectId(e)),
        16 => new Input.ActionEnded(EffectId(e), Outcome(now)),
        17 => new Input.Decided(EffectId(e), Decision(now)),
        18 or 19 => new Input.Operated(Enum.GetValues<Operation>()[Which % 7], "usr_1", RandomFlow.StepAt(definition, Pick)),
        _ => Which < 8 ? new Input.VersionMoved(e.Version + 1 - Which % 2) : new Input.Started(),
    };

    /// <summary>What the machine asks for, with some answer or other.</summary>
    public Input Answer(Enrollment e, DateTimeOffset now) => e.Pending switch
    {
        Pending.Action action => new Input.ActionEnded(action.EffectId, Outcome(now)),
        Pending.Question question => new Input.Decided(question.EffectId, Decision(now)),
        Pending.Timer timer => new Input.TimerFired(timer.EffectId),
        _ => new Input.Started(),
    };

    /// <summary>Mostly the present effect's id, sometimes that of another visit.</summary>
    string EffectId(Enrollment e)
    {
        var id = e.Pending switch { Pending.Action p => p.EffectId, Pending.Question p => p.EffectId, Pending.Timer p => p.EffectId, _ => "enr_1/s0/1" };
        return Pick < 10 ? id : id + "0";
    }

    Signal Signal(Definition definition, DateTimeOffset now)
    {
        var kind = Which < 11 ? Enum.GetValues<SignalKind>()[Which] : Pick % 2 == 0 ? SignalKind.Released : Pick % 3 == 0 ? SignalKind.Wrote : SignalKind.Replied;
        // The rare ends would cut most runs short.
        if (kind is SignalKind.AppointmentEnded or SignalKind.ContactGone && Pick % 5 > 0) kind = SignalKind.GoalMet;
        var detail = kind switch
        {
            SignalKind.EmailEvent => "opened", SignalKind.InvoiceSettled => "paid", SignalKind.AppointmentEnded => "cancelled", SignalKind.Replied or SignalKind.Wrote => "sms", SignalKind.TaskDone or SignalKind.Released => $"enr_1/{RandomFlow.StepAt(definition, Pick)}/1", _ => null,
        };
        var step = kind is SignalKind.GoalMet or SignalKind.EmailEvent ? RandomFlow.StepAt(definition, Pick) : null;
        return new(string.Create(CultureInfo.InvariantCulture, $"evt_{Which * 20 + Pick + 300 * (Minutes % 7)}"), kind, now.AddMinutes(-Pick % 3), detail, step);
    }

    Outcome Outcome(DateTimeOffset now) => Pick switch
    {
        < 10 => new Outcome.Done("msg_1"),
        < 12 => new Outcome.Skipped("consent.dnd"),
        < 14 => new Outcome.Held("hours.quiet", now.AddMinutes(Which * 30)),
        < 16 => new Outcome.Failed("sms.down", true),
        < 18 => new Outcome.Failed("sms.rejected", false),
        _ => new Outcome.Unknown("sms.timeout"),
    };

    Decision Decision(DateTimeOffset now) => (Which % 6) switch
    {
        0 or 1 => new Decision.Branch(Pick switch { < 5 => "b1", < 10 => "b2", < 13 => "a", _ => null }),
        2 or 3 => new Decision.Moment(Pick < 2 ? null : now.AddHours(Pick * 8 - 40)),
        _ => new Decision.Truth(Pick % 2 == 0),
    };
}
