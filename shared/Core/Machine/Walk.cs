using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>One advance under way: the enrollment as it changes, and the lines for its history.</summary>
internal sealed class Walk(Definition definition, Enrollment enrollment, DateTimeOffset now)
{
    readonly Enrollment _before = enrollment;
    readonly List<LogEntry> _log = new(2);
    /// <summary>Has come to its step and not seen the end of it.</summary>
    bool _there = enrollment is { IsLive: true, StepId: not null, Pending: not Pending.Nothing };

    public Definition Definition { get; } = definition;
    public Enrollment Enrollment { get; set; } = enrollment;
    public DateTimeOffset Now { get; } = now;

    public Step? Step => Definition.Find(Enrollment.StepId);
    public bool Paused => Enrollment.Status is EnrollmentStatus.Paused;
    /// <summary>An action that has been handed out and not answered. One that is held or waits for its retry has not.</summary>
    public bool Acting => Enrollment.Pending is Pending.Action { NotBefore: var at } && (at is null || at <= Now);

    public string EffectId(string stepId) => $"{Enrollment.Id}/{stepId}/{VisitsOf(stepId)}";
    public int VisitsOf(string? stepId) => stepId is not null && Enrollment.Visits.TryGetValue(stepId, out var visits) ? visits : 0;

    public void Log(Happened what, string? code = null, DateTimeOffset? until = null)
    {
        _log.Add(new(Now, what, Enrollment.StepId, VisitsOf(Enrollment.StepId), code, until));
        if (what is Happened.Done or Happened.Skipped or Happened.Failed or Happened.Unknown or Happened.Resumed or Happened.TimedOut or Happened.Decided) Ended();
    }

    public void Arrive(string stepId)
    {
        Enrollment = Enrollment with { StepId = stepId, Pending = Pending.Nothing.Instance, Reason = null, Visits = Enrollment.Visits.SetItem(stepId, VisitsOf(stepId) + 1) };
        _there = true;
    }

    /// <summary>The step came to an end of its own.</summary>
    public void Ended() => _there = false;

    /// <summary>Goes from its step. Where that had not come to an end, the line that led away says so.</summary>
    public void Depart()
    {
        if (_there && _log.Count > 0 && _log[^1] is var line && line.StepId == Enrollment.StepId) _log[^1] = line with { Left = true };
        Ended();
    }

    /// <summary>Hands the next thing to do to the host. A paused enrollment keeps it for later.</summary>
    public void Await(Pending pending)
    {
        var status = pending switch
        {
            _ when Paused => EnrollmentStatus.Paused,
            Pending.Timer { For: Waits.Start } => EnrollmentStatus.Scheduled,
            Pending.Timer => EnrollmentStatus.Waiting,
            Pending.Action { NotBefore: { } at } when at > Now => EnrollmentStatus.Waiting,
            _ => EnrollmentStatus.Active,
        };
        Enrollment = Enrollment with { Pending = pending, Status = status, Hops = Rests(pending) ? 0 : Enrollment.Hops };
    }

    /// <summary>A wait of no length is no rest: a circle of them would run for ever.</summary>
    bool Rests(Pending pending) => pending is Pending.Timer timer && (timer.Until is null || timer.Until > Now);

    /// <summary>The message under way has gone, or nobody can say that it has not. What was said before it does not answer it.</summary>
    public void MessageWent()
    {
        if (Enrollment.SendingSince is not { } since) return;
        Enrollment = Enrollment with
        {
            LastMessageAt = since, SendingSince = null,
            Buffered = Enrollment.Buffered.RemoveAll(s => s.Kind is SignalKind.Replied && s.At < since),
        };
    }

    /// <summary>Leaves the message behind: one that is under way may go yet, one that is held will not.</summary>
    public void MessageLeft()
    {
        if (Acting) MessageWent();
        else if (Enrollment.SendingSince is not null) Enrollment = Enrollment with { SendingSince = null };
    }

    public void Finish(EnrollmentStatus status, string reason)
    {
        Log(Happened.Finished, reason);
        Depart();
        Enrollment = Enrollment with { Status = status, Reason = reason, Pending = Pending.Nothing.Instance, FinishedAt = Now, Buffered = [] };
    }

    public Transition End() =>
        new(Enrollment, _log, WorkflowMachine.EffectOf(Enrollment), !ReferenceEquals(_before, Enrollment) || _log.Count > 0);
}

/// <summary>What a timer is for; stored in <see cref="Pending.Timer.For"/>.</summary>
public static class Waits
{
    public const string Start = "start";
    public const string Delay = "delay";
    public const string Until = "until";
    public const string Reply = "reply";
    public const string Condition = "condition";
    public const string Link = "link";
    public const string Email = "email";
    public const string Invoice = "invoice";
    public const string Goal = "goal";
    public const string Drip = "drip";
}
