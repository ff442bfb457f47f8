using System.Globalization;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>One enrollment played by hand: a virtual clock, inputs, and what was written in its history.</summary>
sealed class Play
{
    /// <summary>A Monday morning; in New York it is 09:00.</summary>
    public const string Monday = "2026-06-01T13:00:00Z";

    readonly Recorder _recorder;
    readonly List<LogEntry> _log = [];
    int _events;

    public Play(Definition definition, Recorder? recorder = null)
    {
        (Definition, _recorder) = (definition, recorder ?? new());
        Enrollment = new()
        {
            Id = "enr_1", Practice = "prac_1", WorkflowId = "wf_1", Version = 1, ContactId = "con_1", ScopeKey = "contact",
            Zone = "America/New_York", EnrolledAt = default,
        };
    }

    public Definition Definition { get; private set; }
    public Enrollment Enrollment { get; private set; }
    public DateTimeOffset Now { get; private set; }
    public IReadOnlyList<LogEntry> Log => _log;
    public Effect Effect => WorkflowMachine.EffectOf(Enrollment);
    public string Json => Recorder.Write(Enrollment);

    public static Play Given(Definition definition) => new(definition);

    /// <summary>The enrollment as it was made, before the machine has seen it.</summary>
    public Play Made(string at = Monday, Func<Enrollment, Enrollment>? with = null)
    {
        Now = Instant(at);
        Enrollment = (with ?? (e => e))(Enrollment with { EnrolledAt = Now });
        return this;
    }

    public Play Enrolled(string at = Monday, Func<Enrollment, Enrollment>? with = null) => Made(at, with).When(new Input.Started());

    public Play When(Input input, Definition? newer = null)
    {
        var version = Enrollment.Version;
        var transition = _recorder.Advance(Definition, Enrollment, input, Now, newer);
        Enrollment = transition.Enrollment;
        _log.AddRange(transition.Log);
        if (newer is not null && Enrollment.Version != version) Definition = newer;
        return this;
    }

    public Play At(string time)
    {
        Now = Instant(time);
        return this;
    }

    /// <summary>Moves the clock without anybody looking.</summary>
    public Play After(string duration)
    {
        Now = Durations.Add(Now, duration, "UTC");
        return this;
    }

    public Play Done(string? reference = null) => Ends(new Outcome.Done(reference));

    public Play Ends(Outcome outcome)
    {
        var action = Assert.IsType<Pending.Action>(Enrollment.Pending);
        if (action.NotBefore > Now) Now = action.NotBefore.Value;
        return When(new Input.ActionEnded(action.EffectId, outcome));
    }

    public Play Branch(string? id) => Decides(new Decision.Branch(id));
    public Play Moment(string? at) => Decides(new Decision.Moment(at is null ? null : Instant(at)));
    public Play Truth(bool value) => Decides(new Decision.Truth(value));
    public Play Decides(Decision decision) => When(new Input.Decided(Assert.IsType<Pending.Question>(Enrollment.Pending).EffectId, decision));

    /// <summary>The timer rings at its time.</summary>
    public Play Rings()
    {
        var timer = Assert.IsType<Pending.Timer>(Enrollment.Pending);
        if (timer.Until > Now) Now = timer.Until.Value;
        return When(new Input.TimerFired(timer.EffectId));
    }

    public Play Gets(SignalKind kind, string? detail = null, string? step = null, string? id = null, DateTimeOffset? at = null) =>
        When(new Input.Signalled(new(id ?? string.Create(CultureInfo.InvariantCulture, $"evt_{++_events}"), kind, at ?? Now, detail, step)));

    public Play Replies(string channel = "sms", DateTimeOffset? at = null) => Gets(SignalKind.Replied, channel, at: at);
    public Play MeetsGoal(string step, string? id = null) => Gets(SignalKind.GoalMet, step, step, id);

    public Play Does(Operation operation, string? step = null) => When(new Input.Operated(operation, "usr_1", step));
    public Play Pauses() => Does(Operation.Pause);
    public Play Resumes() => Does(Operation.Resume);

    public Play MovesTo(Definition newer) => When(new Input.VersionMoved(Enrollment.Version + 1), newer);

    public Play Then(string? step, EnrollmentStatus status)
    {
        Assert.Equal((step, status), (Enrollment.StepId, Enrollment.Status));
        return this;
    }

    public Play ThenAsksFor(string step) => Then(step, EnrollmentStatus.Active);
    public Play ThenWaits(string step, string? until = null)
    {
        Then(step, EnrollmentStatus.Waiting);
        if (until is not null) Assert.Equal(Instant(until), Enrollment.Pending.DueAt);
        return this;
    }

    public Play ThenOver(EnrollmentStatus status, string reason)
    {
        Assert.Equal((status, reason), (Enrollment.Status, Enrollment.Reason));
        Assert.Equal(Effect.Finish.Instance, Effect);
        return this;
    }

    /// <summary>The whole history, line by line.</summary>
    public Play ThenSaid(params string[] lines)
    {
        Assert.Equal(lines, _log.Select(Line));
        return this;
    }

    /// <summary>The end of the history.</summary>
    public Play ThenLast(params string[] lines)
    {
        Assert.Equal(lines, _log.Select(Line).TakeLast(lines.Length));
        return this;
    }

    /// <summary><c>step#visit what code</c>; the first visit is not counted out loud.</summary>
    public static string Line(LogEntry entry) => string.Join(' ', new[]
    {
        entry.StepId is null ? null : entry.Visit > 1 ? string.Create(CultureInfo.InvariantCulture, $"{entry.StepId}#{entry.Visit}") : entry.StepId,
        char.ToLowerInvariant(entry.What.ToString()[0]) + entry.What.ToString()[1..],
        entry.Code,
    }.OfType<string>());

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
